// A release in a link, several in a file, and a status as text: what goes out of the page, and that nothing else does.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { assertAccessible } from './lib/axe.mjs';
import { eventually, useDesk } from './lib/desk.mjs';
import { createRelease, untilSaved } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const releasectl = (...args) => execFileSync(process.env.DESK_RELEASECTL, args, { encoding: 'utf8' });
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const hash = (page) => page.evaluate(() => location.hash);
const preview = (page) => page.getByRole('heading', { level: 1, name: 'Import preview' });
const importIt = (page) => page.getByRole('button', { name: /^Import \d+ entr/ });

// All that a page tells its server: addresses, headers, bodies. RFC 9110 §7.1: fragments of addresses are not among them.
function listen(page) {
    const requests = [];
    page.on('request', (request) => requests.push(request));
    return async () => Promise.all(requests.map(async (request) =>
        [request.url(), request.postData() ?? '', JSON.stringify(await request.allHeaders())].join('\n')));
}

async function shareDialog(page) {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    return page.getByRole('dialog', { name: /^Share / });
}

// A page with a release, its link, and the file that Export gives.
async function shared(t, make = createRelease) {
    const page = await desk.open(t, clipboard);
    const told = listen(page);
    await make(page);
    const dialog = await shareDialog(page);
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await assertAccessible(page, 'the dialog with the link');
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await eventually(() => copied(page), link);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    return { page, told, link, data: link.split('#/share/')[1], file: await new Walk(page, '').exported() };
}

const fragment = (link) => link.slice(link.indexOf('#'));

test('a link holds the whole release: an empty copy that opens it shows the preview, and then has the same bytes', async (t) => {
    const { link, data, told, file } = await shared(t);
    assert.match(link, /^http:\/\/[^#]+#\/share\/[A-Za-z0-9_-]+$/);

    const context = await desk.context(t);
    const page = await desk.visit(t, context);
    const heard = listen(page);
    await page.goto('about:blank');
    await page.goto(link);
    await preview(page).waitFor();
    await page.getByText(/^the shared link · /).waitFor();
    assert.equal(await hash(page), '#/import');
    await importIt(page).click();
    await page.getByRole('heading', { level: 1, name: /^Checkout/ }).waitFor();
    await untilSaved(page);
    assert.equal((await new Walk(page, '').exported()).text, file.text);

    await t.test('going back and reloading import nothing again', async () => {
        await page.goBack();
        await page.reload();
        await page.evaluate(() => window.releaseDesk.whole);
        assert.ok(!(await page.evaluate(() => location.href)).includes('share'));
        assert.equal(await importIt(page).count(), 0);
    });

    await t.test('no request of either page holds any of it', async () => {
        assert.deepEqual(await told(), [], 'making a link asks for nothing');
        const requests = await heard();
        assert.ok(requests.some((words) => words.includes('release-desk')));
        for (const words of requests)
            for (const part of [data.slice(0, 24), data.slice(100, 124), data.slice(-24), 'share/'])
                assert.ok(!words.includes(part), words.slice(0, 200));
    });
});

test('a link that is followed in an open page shows the preview too, and what is here already stays as it is', async (t) => {
    const { page, link, file } = await shared(t);
    await page.evaluate((to) => { location.hash = to; }, fragment(link));
    await page.getByText('Everything in it is here already.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { level: 1, name: /^Checkout/ }).waitFor();
    assert.equal((await new Walk(page, '').exported()).text, file.text);
});

test('a link that was cut or changed on its way is told, and nothing changes', async (t) => {
    const { link, data } = await shared(t);
    const changed = data.slice(0, 400) + (data[400] === 'A' ? 'B' : 'A') + data.slice(401);
    for (const bad of [data.slice(0, -1), data.slice(0, data.length / 2), changed, '']) {
        const page = await desk.open(t, {}, `#/share/${bad}`);
        await page.getByRole('dialog').getByText(/The link is not complete: /).waitFor();
        await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
        await page.getByText('No releases yet').waitFor();
        assert.equal(await hash(page), '#/releases');
        // A whole one can be followed after it, also with what a chat has put behind it.
        await page.evaluate((to) => { location.hash = `${to}).`; }, fragment(link));
        await preview(page).waitFor();
        await page.context().close();
    }
});

test('a release that is too large for a link offers its file', async (t) => {
    const line = new CommandLine(t);
    line.create('a.release.json');
    line.act('Ana', 'set', 'a.release.json', 'notes.summary', randomBytes(30_000).toString('base64'));
    const page = await desk.open(t);
    const walk = new Walk(page, '');
    await walk.importFile(line.path('a.release.json'));
    const dialog = await shareDialog(page);
    await dialog.getByText(/too large for a link/).waitFor();
    assert.equal(await dialog.getByRole('textbox').count(), 0);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export file' }).click();
    assert.equal(readFileSync(await (await download).path(), 'utf8'), readFileSync(line.path('a.release.json'), 'utf8'));
});

test('a browser that cannot compress says so and offers the file; one that cannot open a link says so too', async (t) => {
    const { link } = await shared(t);
    const context = await desk.context(t);
    await context.addInitScript(() => { delete window.CompressionStream; delete window.DecompressionStream; });
    const page = await desk.openIn(t, context, fragment(link));
    await page.getByRole('dialog').getByText(/This browser cannot open/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await createRelease(page);
    const dialog = await shareDialog(page);
    await dialog.getByText(/This browser cannot make links/).waitFor();
    await dialog.getByRole('button', { name: 'Export file' }).waitFor();
});

test('a link that unfolds to more than any file may have is not taken', async (t) => {
    const page = await desk.open(t);
    const data = await page.evaluate(async () => {
        const zeros = new Blob(Array.from({ length: 80 }, () => new Uint8Array(1 << 20)));
        const packed = await new Response(zeros.stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer();
        return btoa(String.fromCharCode(...new Uint8Array(packed).subarray(0, 1e5))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    });
    await page.evaluate((to) => { location.hash = `#/share/${to}`; }, data);
    await page.getByRole('dialog').getByText(/64 MB/).waitFor();
});

test('the releases that are ticked go into one file, which the command line takes apart into the same releases', async (t) => {
    const page = await desk.open(t);
    const walk = new Walk(page, '');
    const places = page.getByRole('navigation', { name: 'Places' });
    const files = {};
    for (const product of ['Billing', 'Cart', 'Checkout']) {
        await createRelease(page, { product });
        files[product] = (await walk.exported()).text;
        await places.getByText('Releases').click();
    }
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export releases' });
    await dialog.getByRole('checkbox', { name: /^Cart/ }).uncheck();
    await assertAccessible(page, 'the dialog that exports');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export 2 releases' }).click();
    const file = await download;
    assert.match(file.suggestedFilename(), /^releases-\d{4}-\d{2}-\d{2}\.workspace\.json$/);
    await page.getByRole('status').getByText(/^Exported releases-/).waitFor();

    const line = new CommandLine(t);
    releasectl('unpack', await file.path(), '-d', line.path('out'));
    const out = readdirSync(line.path('out')).map((name) => readFileSync(join(line.path('out'), name), 'utf8'));
    assert.deepEqual(out.sort(), [files.Billing, files.Checkout].sort());
});

test('the status that is copied is what show --markdown prints', async (t) => {
    const page = await desk.open(t, clipboard);
    await createRelease(page, { name: 'Winter *checkout*' });
    const walk = new Walk(page, '');
    const { path } = await walk.exported();
    await walk.choose('More actions', 'Copy status as Markdown');
    await eventually(() => copied(page), releasectl('show', path, '--markdown'));
});
