// Where things lie in relation to each other, and what they look like to somebody who sees them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { bring, journey } from '../cli/lib/walk.mjs';
import { letToastsGo } from './lib/clock.mjs';
import { eventually, useDesk } from './lib/desk.mjs';
import { wrongPlaces } from './lib/geometry.mjs';
import { createRelease, openSection } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const requirement = 'Release notes drafted';

async function prepare(page) {
    await createRelease(page);
    await page.getByRole('button', { name: 'Start preparing' }).click();
    await page.getByRole('button', { name: 'Start staging' }).waitFor();
}

async function waive(page) {
    await page.getByRole('button', { name: `More for ${requirement}` }).click();
    await page.getByRole('button', { name: 'Waive…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Waive this requirement?' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('They are written by hand');
    await dialog.getByRole('textbox', { name: 'Approver' }).fill('Emeka');
    await dialog.getByRole('button', { name: 'Waive it' }).click();
    await dialog.waitFor({ state: 'detached' });
}

test('what is missing opens under its button, which stays where it is', async (t) => {
    const page = await desk.open(t);
    await prepare(page);
    const why = page.getByRole('button', { name: 'Why not?' });
    const { x, y } = await why.boundingBox();
    await why.click();
    const missing = await page.getByRole('list', { name: 'What is missing', exact: true }).boundingBox();
    const after = await why.boundingBox();
    assert.equal(after.y, y);
    assert.ok(after.x <= x + after.width && after.x + after.width >= x, 'it is still under the pointer');
    assert.ok(missing.y >= after.y + after.height);
});

test('on a phone a toast lies above the docked next step', async (t) => {
    const page = await desk.open(t, { viewport: { width: 390, height: 844 } });
    await prepare(page);
    const toast = await page.getByRole('region', { name: 'Now preparing' }).boundingBox();
    const dock = await page.getByRole('complementary', { name: 'Next step' }).boundingBox();
    assert.ok(toast.y + toast.height <= dock.y, JSON.stringify({ toast, dock }));
});

test('on a phone a field has the room of its row, and its button stands below', async (t) => {
    const page = await desk.open(t, { viewport: { width: 390, height: 844 } });
    await prepare(page);
    await page.getByRole('button', { name: 'All sections' }).click();
    await page.getByRole('region', { name: 'All sections' }).getByRole('button', { name: /^Checklist/ }).click();
    const field = await page.getByRole('textbox', { name: 'Smoke test result' }).boundingBox();
    const button = await page.getByRole('button', { name: 'Record result' }).boundingBox();
    assert.ok(field.width >= 180, `${field.width} wide`);
    assert.ok(button.y >= field.y + field.height && button.x === field.x, JSON.stringify({ field, button }));
});

test('the banner of an incident tells all of what is wrong, on every width', async (t) => {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    bring(line, journey('incident-rollback'), 'a.release.json', (step) => step.do === 'message');
    const page = await desk.open(t);
    await page.getByText('No releases yet').waitFor();
    await new Walk(page, '').importFile(line.path('a.release.json'));
    const banner = page.getByRole('region', { name: 'Incident', exact: true });
    const title = banner.getByText('Critical incident: Sign-in fails for 8 % of customers');
    await title.waitFor();
    await letToastsGo(page);
    for (const width of [320, 390, 740, 900, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        await page.waitForFunction((wide) => document.querySelector('canvas').width === wide, width);
        const cut = () => title.evaluate((words) => (words.scrollWidth > words.clientWidth + 2 ? 'the title is cut off' : ''));
        // Its clock never lets the page come to rest.
        await eventually(async () => [...await wrongPlaces(page), await cut(), width], ['', width]);
    }
});

test('a waived requirement has no box that looks ticked, and can be taken back', async (t) => {
    const page = await desk.open(t);
    await prepare(page);
    await openSection(page, 'Readiness');
    const box = page.getByRole('checkbox', { name: requirement, exact: true });
    assert.equal(await box.isChecked(), false);
    await waive(page);
    await page.getByText('Waived', { exact: true }).waitFor();
    assert.equal(await box.count(), 0);
    await page.getByRole('button', { name: `More for ${requirement}` }).click();
    await page.getByRole('button', { name: 'Take back', exact: true }).click();
    await box.waitFor();
    assert.equal(await box.isChecked(), false);
});
