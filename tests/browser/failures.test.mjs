// When things fail: each failure is provoked, has a readable answer, and leaves nothing behind that was saved or done. What
// the failure page brings out is held against releasectl.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { assertAccessible } from './lib/axe.mjs';
import { focusedName, useDesk } from './lib/desk.mjs';
import { createRelease, openSection, untilSaved } from './lib/release.mjs';

const desk = useDesk();
const requirement = 'Release readiness review coordinated';
const another = 'Release notes drafted';

const title = (page) => page.getByRole('heading', { level: 1 }).textContent();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const oneOf = (page, product) => page.getByRole('button', { name: new RegExp(`^Export ${product}`) });
const stored = (page) => page.getByRole('region', { name: 'Your releases' }).getByRole('status');

// A page that is expected to fail: what the browser says about it is part of that.
async function failing(t, context) {
    const page = await desk.visit(t, context);
    await button(page, 'Reload the page').waitFor();
    page.complaints.length = 0;
    return page;
}

// The file that a button gives, kept for the command line.
async function saved(line, page, press, name) {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    const text = readFileSync(await download.path(), 'utf8');
    writeFileSync(line.path(name), text);
    return { text, name: download.suggestedFilename() };
}

// A context whose browser holds a release with a sign-off, and what releasectl says of its export.
async function withRelease(t, line) {
    const context = await desk.context(t);
    const page = await desk.openIn(t, context);
    await createRelease(page);
    await openSection(page, 'Readiness');
    await page.getByRole('checkbox', { name: requirement, exact: true }).check();
    const { text } = await saved(line, page, () => button(page, 'Export').click(), 'before.release.json');
    await untilSaved(page);
    await page.close();
    return { context, text, status: line.status('before.release.json') };
}

// Timers of this page that are there to be patient are not.
const impatient = (context) => context.addInitScript(() => {
    const real = window.setTimeout;
    window.setTimeout = (act, ms, ...given) => real(act, ms >= 1000 ? 100 : ms, ...given);
});

test('what is stored comes out of a browser that cannot run the program, and imports as it was', async (t) => {
    const line = new CommandLine(t);
    const { context, text, status } = await withRelease(t, line);
    await context.addInitScript(() => { delete window.WebAssembly; });
    const page = await failing(t, context);
    assert.equal(await title(page), 'This browser cannot run Release Desk');
    assert.equal(await focusedName(page), 'This browser cannot run Release Desk');
    await stored(page).getByText('1 release is stored in this browser').waitFor();
    for (const [colorScheme, width] of [['light', 1120], ['dark', 390]]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 700 });
        await assertAccessible(page, `the failure page, ${colorScheme}, ${width}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it fits');
    }

    const all = await saved(line, page, () => button(page, 'Export everything').click(), 'all.workspace.json');
    assert.match(all.name, /^releases-\d{4}-\d\d-\d\d\.workspace\.json$/);
    await stored(page).getByText('Exported as').waitFor();
    line.act('', 'unpack', 'all.workspace.json');
    await page.getByText('Export one of them').click();
    const one = await saved(line, page, () => oneOf(page, 'Checkout').click(), 'one.release.json');
    assert.equal(one.text, text, 'the release file is the one that Release Desk writes');
    assert.equal(line.status('one.release.json').digest, status.digest);
    line.act('', 'verify', 'one.release.json', 'all.workspace.json');
    line.act('', 'pack', 'one.release.json', '-o', 'packed.workspace.json');
    assert.equal(all.text, readFileSync(line.path('packed.workspace.json'), 'utf8'), 'and the workspace the one of releasectl');
    page.complaints.length = 0;
});

for (const [what, prepare] of [
    ['half of the program', (context) => context.route('**/release-desk.wasm', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ body: (await answer.body()).subarray(0, 50_000), contentType: 'application/wasm' });
    })],
    ['a page of the server in its place', (context) => context.route('**/release-desk.wasm', (route) =>
        route.fulfill({ body: '<!doctype html><title>Sign in</title>', contentType: 'text/html' }))],
    ['its script cut off', (context) => context.route('**/page.js', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ body: (await answer.text()).slice(0, 3000), contentType: 'text/javascript' });
    })],
    ['no script at all', (context) => context.route('**/page.js', (route) => route.abort())],
])
    test(`${what} is answered by what to do, and by what is stored`, async (t) => {
        const context = await desk.context(t);
        await prepare(context);
        const page = await failing(t, context);
        assert.equal(await title(page), 'Release Desk could not be loaded');
        assert.equal(await focusedName(page), 'Release Desk could not be loaded');
        await page.getByText('Check the connection').waitFor();
        await stored(page).getByText('No release is stored in this browser.').waitFor();
        await context.unrouteAll();
        await button(page, 'Reload the page').click();
        await button(page, 'New release').first().waitFor();
        page.complaints.length = 0;
    });

test('a program that is served under another type runs', async (t) => {
    const context = await desk.context(t);
    await context.route('**/release-desk.wasm', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, headers: { 'content-type': 'application/octet-stream' } });
    });
    await button(await desk.openIn(t, context), 'New release').first().waitFor();
});

test('a canvas that is refused, or filled against fingerprinting, is told', async (t) => {
    for (const refuse of [
        () => {
            const get = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind === '2d' ? null : get.call(this, kind, ...more); };
        },
        () => {
            const read = CanvasRenderingContext2D.prototype.getImageData;
            CanvasRenderingContext2D.prototype.getImageData = function (...given) {
                const image = read.apply(this, given);
                image.data.fill(255);
                return image;
            };
        },
    ]) {
        const context = await desk.context(t);
        await context.addInitScript(refuse);
        const page = await failing(t, context);
        assert.equal(await title(page), 'This browser cannot draw the text of Release Desk');
        await page.getByText('allow canvas for this page').waitFor();
    }
});

test('graphics that do not come back are told with the way out, and when they do the work goes on', async (t) => {
    const context = await desk.context(t);
    await impatient(context);
    const page = await desk.openIn(t, context);
    await createRelease(page);
    await untilSaved(page);
    await page.evaluate(() => {
        window.graphics = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.graphics.loseContext();
    });
    await button(page, 'Reload the page').waitFor();
    assert.equal(await title(page), 'The browser stopped drawing Release Desk');
    await stored(page).getByText('1 release is stored').waitFor();
    assert.equal(await page.getByRole('tab', { name: /^Readiness/ }).count(), 0, 'what cannot be seen is out of reach');
    await page.evaluate(() => window.graphics.restoreContext());
    await openSection(page, 'Readiness');
    assert.equal(await button(page, 'Reload the page').count(), 0);
    page.provoked = /^console: .*CONTEXT_LOST_WEBGL/;
});

// From the moment that `window.trap` is set, what the program asks the page for traps it, as a fault of its own would.
const trapsLater = (context) => context.addInitScript(() => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (module, imports) => {
        const wrapped = {};
        for (const [space, functions] of Object.entries(imports ?? {})) {
            wrapped[space] = { ...functions };
            for (const [name, call] of Object.entries(functions))
                if (typeof call === 'function')
                    wrapped[space][name] = (...given) => {
                        if (window.trap) throw window.trap();
                        return call(...given);
                    };
        }
        return instantiate(module, wrapped);
    };
});

test('a program that traps has what was done stored, or gives it to the export, and tells nothing of it in the report', async (t) => {
    const line = new CommandLine(t);
    const context = await desk.context(t);
    await trapsLater(context);
    await context.addInitScript(() => {
        const { add } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.add = function (...given) {
            if (window.full) throw new DOMException('It is full.', 'QuotaExceededError');
            return add.apply(this, given);
        };
    });
    const page = await desk.openIn(t, context);
    await createRelease(page, { product: 'Secret product' });
    await untilSaved(page);
    await page.evaluate(() => { window.full = true; });
    await openSection(page, 'Readiness');
    await page.getByRole('checkbox', { name: requirement, exact: true }).check();
    await page.getByRole('status').getByText('Not saved').first().waitFor();
    await saved(line, page, () => button(page, 'Export now').click(), 'now.release.json');

    await page.evaluate(() => { window.trap = () => new WebAssembly.RuntimeError('unreachable'); });
    await page.mouse.move(300, 300);
    await button(page, 'Reload the page').waitFor();
    assert.equal(await title(page), 'Release Desk had to stop');
    await stored(page).getByText(/entries were not saved: the export has them, a reload loses them/).waitFor();
    await saved(line, page, () => button(page, 'Export everything').click(), 'all.workspace.json');
    line.act('', 'unpack', 'all.workspace.json');
    line.act('', 'verify', 'all.workspace.json');
    await page.getByText('Export one of them').click();
    await saved(line, page, () => oneOf(page, 'Secret product').click(), 'all.release.json');
    assert.equal(line.status('all.release.json').digest, line.status('now.release.json').digest);

    await page.getByText('What went wrong, for a report').click();
    const report = await page.locator('pre').textContent();
    assert.match(report, /^Release Desk, build [0-9a-f]{16}\n.*\nstopped\nRuntimeError: unreachable\n(at .*\n?)+$/);
    assert.doesNotMatch(report, /Secret|Ana/);
    page.complaints.length = 0;
    page.on('dialog', (dialog) => dialog.accept());
});

test('an exception in a frame does not hold up what is on its way to the store', async (t) => {
    const context = await desk.context(t);
    await trapsLater(context);
    // What is written is answered only when the test says so.
    await context.addInitScript(() => {
        const handler = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
        Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { ...handler, set(act) {
            handler.set.call(this, (event) => { if (window.held) window.held.push(() => act(event)); else act(event); });
        } });
    });
    const page = await desk.openIn(t, context);
    await createRelease(page);
    await untilSaved(page);
    await openSection(page, 'Readiness');
    await page.evaluate(() => { window.held = []; });
    await page.getByRole('checkbox', { name: requirement, exact: true }).check();
    await page.getByRole('checkbox', { name: another, exact: true }).check(); // waits behind the first
    await page.evaluate(() => {
        window.trap = () => new Error('Something else is wrong.');
    });
    await page.mouse.move(300, 300);
    await button(page, 'Reload the page').waitFor();
    await page.evaluate(() => {
        window.trap = null;
        const held = window.held;
        window.held = null;
        for (const answer of held) answer();
    });
    await stored(page).getByText('1 release is stored in this browser, and stays there.', { exact: true }).waitFor();
    await button(page, 'Reload the page').click();
    await page.getByRole('tab', { name: /^Readiness/ }).click();
    assert.equal(await page.getByRole('checkbox', { name: requirement, exact: true }).isChecked(), true);
    assert.equal(await page.getByRole('checkbox', { name: another, exact: true }).isChecked(), true);
    page.complaints.length = 0;
});

test('a page without memory for a file says so, and keeps nothing of the file', async (t) => {
    const context = await desk.context(t);
    const page = await desk.openIn(t, context);
    await createRelease(page);
    await untilSaved(page);
    await page.evaluate(() => { WebAssembly.Memory.prototype.grow = () => { throw new RangeError('no more'); }; });
    await page.evaluate(() => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(40_000_000).fill(32)], 'large.release.json'));
        document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    });
    await button(page, 'Reload the page').waitFor();
    assert.equal(await title(page), 'Release Desk ran out of memory');
    await page.getByText('nothing of it was kept').waitFor();
    await stored(page).getByText('1 release is stored').waitFor();
    page.complaints.length = 0;
});

test('records that cannot be read are brought out as they are, beside the releases that can', async (t) => {
    const line = new CommandLine(t);
    const { context, status } = await withRelease(t, line);
    await context.route('**/release-desk.js', (route) => route.abort());
    const before = await failing(t, context);
    await before.evaluate(() => new Promise((resolve, reject) => {
        const request = indexedDB.open('octoacme-release-desk');
        request.onerror = reject;
        request.onsuccess = () => {
            const tx = request.result.transaction('packs', 'readwrite');
            tx.objectStore('packs').add({ release: 'rel_x', actor: 'k9', first: 1, count: 1, seal: '0000000000000000',
                lines: new TextEncoder().encode('half a li') });
            tx.oncomplete = () => { request.result.close(); resolve(); };
        };
    }));
    await before.close();
    const page = await failing(t, context);
    await stored(page).getByText('1 record could not be read').waitFor();
    const downloads = [];
    page.on('download', (download) => downloads.push(download));
    await button(page, 'Export everything').click();
    await stored(page).getByText('Exported as').waitFor();
    while (downloads.length < 2) await page.waitForEvent('download');
    const files = Object.fromEntries(await Promise.all(downloads.map(async (one) => [one.suggestedFilename().replace(/^.*\d/, ''), readFileSync(await one.path(), 'utf8')])));
    assert.match(files['.txt'], /^release rel_x, actor k9, from op 1\nhalf a li/);
    writeFileSync(line.path('all.workspace.json'), files['.workspace.json']);
    const { stdout } = line.act('', 'unpack', 'all.workspace.json');
    assert.ok(status.digest && stdout !== undefined);
});

test('a browser that refuses to store says so; what is done meanwhile can be exported', async (t) => {
    for (const [refuse, why] of [
        [() => { Object.defineProperty(window, 'indexedDB', { value: undefined }); }, /no IndexedDB/],
        [() => { IDBFactory.prototype.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); }; }, /SecurityError/],
    ]) {
        const line = new CommandLine(t);
        const context = await desk.context(t);
        await context.addInitScript(refuse);
        const page = await desk.openIn(t, context);
        await page.getByText('Your releases could not be loaded').first().waitFor();
        await page.getByText(why).first().waitFor();
        await createRelease(page);
        await page.getByRole('status').getByText('Not saved').first().waitFor();
        await saved(line, page, () => button(page, 'Export now').click(), 'kept.release.json');
        assert.equal(line.status('kept.release.json').product, 'Checkout');
        await page.close({ runBeforeUnload: false });
    }
});

test('another tab that holds the data is named, and when it lets go the page goes on by itself', async (t) => {
    const line = new CommandLine(t);
    const { context } = await withRelease(t, line);
    const holder = await context.newPage();
    await holder.goto(`${desk.site.url}icon.svg`);
    // It keeps its handle open whatever is asked, so that a deletion waits; and behind that everybody else.
    await holder.evaluate(() => new Promise((resolve) => {
        const request = indexedDB.open('octoacme-release-desk');
        request.onsuccess = () => {
            window.handle = request.result;
            const upgrade = indexedDB.open('octoacme-release-desk', 3);
            upgrade.onblocked = resolve;
            upgrade.onupgradeneeded = () => upgrade.transaction.abort();
        };
    }));
    await impatient(context);
    const page = await desk.openIn(t, context);
    await page.getByText('Another tab may hold it').first().waitFor();
    await holder.close();
    await page.getByRole('row', { name: /Checkout/ }).waitFor();
    assert.equal(await page.getByText('Your releases could not be loaded').count(), 0);
});

test('data of a newer version are left alone, and come out all the same', async (t) => {
    const line = new CommandLine(t);
    const { context, status } = await withRelease(t, line);
    const other = await context.newPage();
    await other.goto(`${desk.site.url}icon.svg`);
    await other.evaluate(() => new Promise((resolve) => {
        const request = indexedDB.open('octoacme-release-desk', 7);
        request.onsuccess = () => { request.result.close(); resolve(); };
    }));
    const page = await desk.openIn(t, context);
    await page.getByText('A newer version of Release Desk has written').first().waitFor();
    await page.close();
    await context.route('**/release-desk.wasm', (route) => route.abort());
    const dead = await failing(t, context);
    await dead.getByText('Export one of them').click();
    await saved(line, dead, () => oneOf(dead, 'Checkout').click(), 'one.release.json');
    assert.equal(line.status('one.release.json').digest, status.digest);
});

test('a release can be exported without the second part of the program', async (t) => {
    const line = new CommandLine(t);
    const { context, status } = await withRelease(t, line);
    await context.route('**/release-desk.rest.wasm', (route) => route.abort());
    const page = await desk.visit(t, context);
    await page.getByRole('row', { name: /Checkout/ }).click();
    await page.getByText('A part of Release Desk could not be loaded').first().waitFor();
    await saved(line, page, () => page.getByRole('main').getByRole('button', { name: 'Export' }).click(), 'one.release.json');
    assert.equal(line.status('one.release.json').digest, status.digest);
    page.provoked = /^console: Failed to load resource/;
});

test('settings say how safe the data are and how much room they take, and ask the browser to keep them', async (t) => {
    const context = await desk.context(t);
    await context.addInitScript(() => {
        StorageManager.prototype.persisted = async () => false;
        StorageManager.prototype.persist = async () => window.agrees ?? false;
        StorageManager.prototype.estimate = async () => ({ usage: 1_300_000, quota: 4 * 1024 ** 3 });
    });
    const page = await desk.openIn(t, context, '#/settings');
    await page.getByText(/which may remove it when space is short/).waitFor();
    await page.getByText('1.2 MB; the browser gives this page up to 4.0 GB').waitFor();
    await button(page, 'Ask the browser to keep it').click();
    await page.getByText(/^The browser did not agree/).first().waitFor();
    await page.evaluate(() => { window.agrees = true; });
    await button(page, 'Ask the browser to keep it').click();
    await page.getByText('In this browser, which keeps it until you remove it.').waitFor();
    assert.equal(await button(page, 'Ask the browser to keep it').count(), 0);
});
