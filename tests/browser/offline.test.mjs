// The page without a connection, and how one version follows another one. One site, which is stopped and exchanged; the
// tests go on where the one before has left it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build, ChangingSite } from './lib/changing_site.mjs';
import { eventually, useDesk } from './lib/desk.mjs';
import { createRelease, openSection, untilSaved } from './lib/release.mjs';

const desk = useDesk({ asServed: true });
const site = new ChangingSite();
const first = build('first');
const second = build('second');
const requests = []; // of all pages and of the worker
let context;
let page;

before(async () => {
    site.publish(first);
    await site.start();
});
after(() => site.remove());

// Also of a page that is just being loaded anew, whose script has not run yet.
const opened = (target) => target.waitForFunction(() => window.releaseDesk?.whole.then(() => true));
const edition = (target) => target.locator('meta[name=edition]').getAttribute('content');
const caches = () => page.evaluate(() => window.caches.keys());
const notice = (target) => target.getByText('A new version is ready.').last();

async function visit(address = '') {
    const target = await context.newPage();
    await target.goto(site.url + address);
    return target;
}

// What came of a look for another version: a worker that waits, or none.
const lookForVersion = () => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const coming = registration.installing;
    if (coming) await new Promise((resolve) => { coming.addEventListener('statechange', resolve, { once: true }); });
    return Boolean(registration.waiting);
});

test('the first visit loads nothing for later before the first picture, and then keeps all of this build', async (t) => {
    context = await desk.browser.newContext({ viewport: { width: 1120, height: 600 } });
    context.setDefaultTimeout(10_000);
    context.on('request', (request) => requests.push(request.url()));
    page = await context.newPage();
    let atFirstPicture;
    await page.exposeFunction('firstPicture', () => { atFirstPicture = [...requests]; });
    await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => window.releaseDesk.ready.then(() => window.firstPicture()));
    });
    await page.goto(site.url);
    await opened(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    for (const later of ['worker.js', 'rescue.js', 'icons/', 'release-desk.html', 'schema/'])
        assert.ok(!atFirstPicture.some((url) => url.includes(later)), `${later} may wait`);

    const kept = await page.evaluate(async () => {
        const [name] = await window.caches.keys();
        return (await (await window.caches.open(name)).keys()).map(({ url }) => url);
    });
    const wanted = first.filter(({ name, beside }) => !beside && name !== 'worker.js')
        .map(({ name }) => site.url + name.replace('index.html', ''));
    assert.deepEqual(kept.sort(), wanted.sort());
    assert.equal((await caches()).length, 1);
    t.diagnostic(`${requests.length} requests`);
});

test('with the server gone it starts, saves, and opens every place, deep links and share links', async () => {
    await site.stop();
    await page.reload();
    await opened(page);
    await createRelease(page);
    await untilSaved(page);
    const { hash } = new URL(page.url());
    const other = await visit(hash.replace('overview', 'readiness'));
    await other.getByRole('tab', { name: /^Readiness/, selected: true }).waitFor();
    await other.getByRole('button', { name: 'Share', exact: true }).click();
    const link = await other.getByRole('textbox', { name: 'Link' }).inputValue();
    await other.close();

    const shared = await visit(link.slice(link.indexOf('#')));
    await shared.getByText('Everything in it is here already.').waitFor();
    await shared.close();
    const guide = await visit('#/guide');
    await guide.getByRole('heading', { level: 1, name: /guide, version/ }).waitFor();
    await guide.close();

    await page.getByRole('banner').getByRole('button', { name: /: settings$/ }).click();
    await page.getByRole('button', { name: 'Save Release Desk as one file' }).click();
    await page.getByText(/^Release Desk could not be fetched as a file/).last().waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
});

test('a site that is being exchanged is not taken: the version before stays whole', async () => {
    await site.start();
    const torn = second.map((file) => (file.name === 'page.css' ? { ...file, bytes: Buffer.from('/* of neither build */') } : file));
    site.publish(torn);
    assert.equal(await lookForVersion(), false);
    assert.equal((await caches()).length, 1);
    await page.reload();
    await opened(page);
    assert.equal(await edition(page), 'first');
    assert.equal(await notice(page).count(), 0);
});

test('a new version is told, and shown only when somebody asks for it; other pages go on with theirs', async () => {
    site.publish(second);
    const other = await context.newPage();
    // Its second part does not come at first: it has to be asked for again when the other version is there.
    await other.addInitScript(() => {
        const { fetch } = window;
        window.fetch = (name, ...more) => {
            if (window.connected || !/rest\.wasm/.test(name)) return fetch(name, ...more);
            return Promise.reject(new TypeError('There is no connection.'));
        };
    });
    await other.goto(site.url);
    await other.getByText('A part of Release Desk could not be loaded.').last().waitFor();

    await page.goto(`${site.url}#/settings`);
    await page.reload();
    await notice(page).waitFor();
    assert.equal(await edition(page), 'first');
    await page.getByRole('button', { name: 'Later' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await page.reload();
    // Not before what is being written is saved.
    await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();
    await page.getByRole('row', { name: /Checkout/ }).click();
    const plan = page.getByRole('textbox', { name: 'Rollback plan', exact: true });
    await plan.fill('Back to 4.1.3');
    const where = page.url();
    await page.getByRole('button', { name: 'Reload' }).click();
    await eventually(() => edition(page).catch(() => ''), 'second');
    await opened(page);
    assert.equal(page.url(), where);
    assert.equal(await plan.inputValue(), 'Back to 4.1.3');

    await eventually(async () => (await caches()).length, 2);
    assert.equal(await edition(other), 'first');
    await other.evaluate(() => { window.connected = true; });
    await other.getByRole('button', { name: 'Try again' }).click();
    await notice(other).waitFor();
    await other.getByRole('button', { name: /^Checkout/ }).or(other.getByRole('link', { name: /^Checkout/ })).first().click();
    await openSection(other, 'Readiness');

    await other.getByRole('button', { name: 'Reload' }).click();
    await eventually(() => edition(other).catch(() => ''), 'second');
    await eventually(async () => (await caches()).length, 1);
    await other.close();
});

test('the new version works with the server gone, and what was saved is there', async () => {
    await site.stop();
    const again = await visit();
    await again.getByText('Winter checkout').first().waitFor();
    assert.equal(await edition(again), 'second');
    await again.close();
    await site.start();
});

test('neither the pages nor the worker have asked anybody else for anything', () => {
    assert.ok(requests.some((url) => url.endsWith('/worker.js')), 'the worker is listened to');
    assert.deepEqual(requests.filter((url) => !url.startsWith(site.url)), []);
});

test('the app can be installed, and its pictures are what its manifest says', async () => {
    const session = await context.newCDPSession(page);
    const { errors, data } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { display, icons } = JSON.parse(data);
    assert.equal(display, 'standalone');
    for (const { src, sizes, type } of icons.filter((icon) => icon.type === 'image/png')) {
        const { bytes } = first.find(({ name }) => name === src);
        assert.equal(type, 'image/png');
        assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src); // PNG §11.2.2: IHDR
        const drawn = await page.evaluate(async (path) => {
            const image = new Image();
            image.src = path;
            await image.decode();
            return `${image.naturalWidth}x${image.naturalHeight}`;
        }, src);
        assert.equal(drawn, sizes, src);
    }
    assert.ok(icons.some(({ purpose }) => purpose === 'maskable'));
});

test('a file that the system opens with the installed app is shown as one to import', async () => {
    const target = await context.newPage();
    await target.addInitScript(() => {
        Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (take) => { window.launch = take; } } });
    });
    await target.goto(site.url);
    await opened(target);
    await target.evaluate(() => {
        const handle = { getFile: async () => new File(['not a release'], 'opened.release.json') };
        return window.launch({ files: [handle] });
    });
    await target.getByText('opened.release.json').first().waitFor();
    await context.close();
});
