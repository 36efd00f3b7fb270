// The page that is one file, opened from a folder: the same program, which asks nobody for anything.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertAccessible } from './lib/axe.mjs';
import { useDesk } from './lib/desk.mjs';
import { createRelease, openSection, untilSaved } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk({ asServed: true });

// The file, as somebody gets it from the settings of the page.
async function saved(t) {
    const page = await desk.open(t, {}, '#/settings');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save Release Desk as one file' }).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), 'release-desk.html');
    await page.getByText('Saved release-desk.html').last().waitFor();
    const folder = mkdtempSync(join(tmpdir(), 'desk-single-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'release-desk.html');
    copyFileSync(await file.path(), path);
    return path;
}

test('saved from the settings and opened from a folder, it makes releases, keeps and exports them, and asks for nothing', async (t) => {
    const path = await saved(t);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(path, 'utf8'))[1];
    assert.match(policy, /^default-src 'none'; script-src ('sha256-[^']+' ){3}'wasm-unsafe-eval'; style-src 'sha256-[^']+'; /);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|'self'|connect-src|https?:/);

    const context = await desk.context(t, { serviceWorkers: 'allow' });
    const page = await context.newPage();
    const complaints = [];
    const requests = [];
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(error.stack));
    context.on('request', (request) => requests.push(request.url()));
    const address = pathToFileURL(path).href;
    await page.goto(address);
    await page.evaluate(() => window.releaseDesk.whole);
    await createRelease(page);
    await openSection(page, 'Readiness');
    await untilSaved(page);
    await assertAccessible(page, 'the page from a file');

    await page.reload();
    await page.getByRole('tab', { name: /^Readiness/, selected: true }).waitFor();
    const { text } = await new Walk(page, '').exported();
    assert.match(text, /^\{"format":"octoacme-release\/1"/);

    // It has no address that a link could lead to, and says what its store is worth.
    assert.equal(await page.getByRole('button', { name: 'Share', exact: true }).count(), 0);
    await page.getByRole('button', { name: 'More actions', exact: true }).click();
    await page.getByRole('button', { name: 'Copy status as Markdown' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Share link…' }).count(), 0);
    await page.goto(`${address}#/settings`);
    await page.getByText(/whatever other pages it opens from files/).waitFor();
    assert.equal(await page.getByRole('button', { name: /as one file/ }).count(), 0);

    assert.deepEqual(requests.filter((url) => url.split('#')[0] !== address && !url.startsWith('blob:') && !url.startsWith('data:')), []);
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate(() => fetch('data:,x').then(() => 'answered', () => 'refused')), 'refused');
    for (const act of [
        () => { document.createElement('div').innerHTML = '<b>'; },
        () => { document.createElement('script').text = '1'; },
        () => { window.trustedTypes.createPolicy('release-desk', {}); },
    ]) await assert.rejects(page.evaluate(act), /TypeError/, String(act));
});

test('a browser that cannot unpack it is told so', async (t) => {
    const page = await (await desk.context(t)).newPage();
    await page.addInitScript(() => { delete window.DecompressionStream; });
    await page.goto(pathToFileURL(join(process.env.DESK_SITE, 'release-desk.html')).href);
    await page.getByRole('heading', { level: 1, name: 'This browser cannot unpack Release Desk' }).waitFor();
    // What brings out the stored releases stands in the file too.
    await page.getByRole('region', { name: 'Your releases' }).getByText('No release is stored in this browser').waitFor();
});
