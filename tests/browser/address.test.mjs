// The page's address names what is shown, and files come and go through the page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { useDesk } from './lib/desk.mjs';
import { createRelease, openSection, untilSaved } from './lib/release.mjs';

const desk = useDesk();
const hash = (page) => new URL(page.url()).hash;

test('back and forward walk through what was shown', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    await openSection(page, 'Checklist');
    assert.match(hash(page), /^#\/release\/[^/]+\/checklist$/);
    await page.goBack();
    await page.getByRole('tab', { name: /^Overview/, selected: true }).waitFor();
    await page.goForward();
    await page.getByRole('tab', { name: /^Checklist/, selected: true }).waitFor();
});

test('an address opens what it names, in another page too', async (t) => {
    const context = await desk.context(t);
    const page = await desk.openIn(t, context);
    await createRelease(page);
    await openSection(page, 'Decision');
    await untilSaved(page);
    const again = await desk.openIn(t, context, hash(page));
    await again.getByRole('heading', { level: 1, name: 'Checkout 0.1.0' }).waitFor();
    await again.getByRole('tab', { name: /^Decision/, selected: true }).waitFor();

    // To an item: it has the focus, also after a reload; what is not there is said so.
    const item = again.getByRole('checkbox', { name: 'Run post-deploy verifications', exact: true });
    const focused = () => item.evaluate((box) => box === document.activeElement);
    await again.goto(`${desk.site.url}${hash(again).replace('decision', 'checklist/post-deploy-checks')}`);
    await again.getByRole('tab', { name: /^Checklist/, selected: true }).waitFor();
    await item.waitFor();
    await again.waitForFunction(() => window.releaseDesk.frames.idle);
    assert.ok(await focused(), 'the item has not got the focus');
    await again.reload();
    await again.evaluate(() => window.releaseDesk.whole);
    await item.waitFor();
    await again.waitForFunction(() => window.releaseDesk.frames.idle);
    assert.ok(await focused(), 'the item has not got the focus after a reload');
    assert.match(await again.title(), /^Checkout 0\.1\.0, Checklist/);
    await again.evaluate(() => { location.hash = location.hash.replace('post-deploy-checks', 'nothing'); });
    await again.getByText('What the link points at is not here').first().waitFor();

    // Filters stand in the address without a step of their own.
    await again.evaluate(() => { location.hash = '#/releases'; });
    await again.getByRole('button', { name: /^Before go/ }).click();
    await again.waitForFunction(() => location.hash === '#/releases?show=before-go');
    await again.goBack();
    await again.getByText('What the link points at is not here').first().waitFor();
});

test('a release leaves as a file, and comes back by the picker or dropped anywhere, as often as one likes', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.release\.json$/);
    const buffer = await readFile(await download.path());
    assert.equal(JSON.parse(buffer).format, 'octoacme-release/1');

    const other = await desk.open(t);
    for (let times = 0; times < 2; ++times) {
        const [chooser] = await Promise.all([
            other.waitForEvent('filechooser'),
            other.getByRole('button', { name: 'Import' }).click(),
        ]);
        await chooser.setFiles([{ name: 'checkout.release.json', mimeType: 'application/json', buffer }]);
        await other.getByText('Checkout 0.1.0').first().waitFor();
        await other.goto(`${desk.site.url}#/releases`);
        await other.getByRole('button', { name: 'Import' }).waitFor();
    }

    const third = await desk.open(t);
    const dropped = await third.evaluateHandle((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], 'checkout.release.json'));
        return transfer;
    }, buffer.toString('utf8'));
    for (const type of ['dragover', 'drop']) await third.dispatchEvent('canvas', type, { dataTransfer: dropped });
    await third.getByText('Checkout 0.1.0').first().waitFor();
});

test('what cannot be read, a folder for one, is named with the reason', async (t) => {
    const page = await desk.open(t);
    const dropped = await page.evaluateHandle(() => {
        Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('A folder', 'NotFoundError'));
        const transfer = new DataTransfer();
        transfer.items.add(new File([''], 'releases'));
        return transfer;
    });
    for (const type of ['dragover', 'drop']) await page.dispatchEvent('canvas', type, { dataTransfer: dropped });
    const dialog = page.getByRole('dialog', { name: 'This file was not imported' });
    await dialog.getByText('releases', { exact: true }).waitFor();
    await dialog.getByText(/^Cannot be read: it is a folder/).waitFor();
});

test('an export is told, and counts', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    await page.getByText('Never exported').waitFor();
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
    await page.getByRole('status').getByText('Exported checkout-0.1.0.release.json').waitFor();
    await page.getByText('Exported just now').waitFor();
});
