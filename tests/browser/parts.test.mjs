// The page comes in two parts: the first one shows the releases, the rest follows once its picture is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useDesk } from './lib/desk.mjs';

const desk = useDesk();
const restOf = /\/release-desk\.rest\.wasm$/;

// A page whose second part waits until `letGo` is called.
async function withRestHeld(t, context, address) {
    let letGo;
    const held = new Promise((resolve) => { letGo = resolve; });
    await context.route(restOf, async (route) => {
        await held;
        await route.continue();
    });
    const page = await desk.visit(t, context, address);
    await page.evaluate(() => window.releaseDesk.ready);
    return { page, letGo };
}

async function createRelease(page, product) {
    await page.getByRole('button', { name: 'New release' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New release' });
    await dialog.getByRole('textbox', { name: 'Product' }).fill(product);
    await dialog.getByRole('radio', { name: 'Minor' }).click();
    const name = dialog.getByRole('textbox', { name: 'Your name' });
    if (await name.count()) await name.fill('Ana');
    await dialog.getByRole('button', { name: 'Create release' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(product) }).waitFor();
    await page.getByText('Saved', { exact: true }).first().waitFor();
}

test('the second part is asked for only when the first picture is there', async (t) => {
    const context = await desk.context(t);
    const asked = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const { page, letGo } = await withRestHeld(t, context);
    await page.getByRole('heading', { level: 1, name: 'Releases' }).waitFor();
    assert.ok(asked.indexOf('/release-desk.wasm') >= 0);
    letGo();
    await page.evaluate(() => window.releaseDesk.whole);
    assert.equal(asked.at(-1), '/release-desk.rest.wasm');
});

test('releases are listed and filtered without the second part; what needs it waits for it', async (t) => {
    const context = await desk.context(t);
    await createRelease(await desk.openIn(t, context), 'Checkout');
    const { page, letGo } = await withRestHeld(t, context);
    await page.getByRole('row', { name: /Checkout/ }).waitFor();
    await page.getByRole('button', { name: /^In production/ }).click();
    await page.getByRole('row', { name: /Checkout/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^All/ }).click();

    await page.getByRole('row', { name: /Checkout/ }).click();
    await page.getByText('Loading…').waitFor();
    letGo();
    await page.getByRole('tab', { name: /Readiness/ }).waitFor();
});

test('a dialog that is asked for too early opens when it can', async (t) => {
    const { page, letGo } = await withRestHeld(t, await desk.context(t));
    await page.getByRole('button', { name: 'New release' }).first().click();
    letGo();
    await page.getByRole('dialog', { name: 'New release' }).waitFor();
});

test('a file that is dropped too early is taken when it can be', async (t) => {
    const { page, letGo } = await withRestHeld(t, await desk.context(t));
    await page.evaluate(() => {
        const files = new DataTransfer();
        files.items.add(new File(['not a release'], 'early.release.json'));
        document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    });
    letGo();
    await page.getByText('early.release.json').first().waitFor();
});

test('a second part that does not arrive is told, leaves the releases as they are, and can be asked for again', async (t) => {
    const context = await desk.context(t);
    await context.route(restOf, (route) => route.abort());
    const page = await desk.visit(t, context);
    await page.getByText('A part of Release Desk could not be loaded').first().waitFor();
    await page.getByRole('heading', { level: 1, name: 'Releases' }).waitFor();
    await page.getByRole('button', { name: 'Guide' }).or(page.getByRole('link', { name: 'Guide' })).first().click();
    await page.getByText('Check the connection').waitFor();

    await context.unroute(restOf);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: /guide, version/ }).waitFor();
    await page.getByText('Check the connection').waitFor({ state: 'detached' });
    page.provoked = /^console: Failed to load resource/;
});
