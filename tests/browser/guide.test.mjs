// The guide on the page: read with the items of a release, opened from a file, adopted.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { after, bring, goesTo, journey } from '../cli/lib/walk.mjs';
import { eventually, useDesk } from './lib/desk.mjs';
import { createRelease } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const plan = journey('minor-release');

// A page with the Minor release in Staging, at the guide.
async function atGuide(t) {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    bring(line, plan, 'a.release.json', after(goesTo('staging')));
    const page = await desk.open(t);
    const walk = new Walk(page, '');
    await page.getByText('No releases yet').waitFor();
    await walk.importFile(line.path('a.release.json'));
    await walk.isIn('staging');
    await walk.become('Ana');
    await page.getByRole('navigation', { name: 'Places' }).getByText('Guide', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'OctoAcme guide, version 1' }).waitFor();
    return { page, walk, line };
}

const section = (page, title) => page.getByRole('list', { name: title, exact: true });

async function openGuide(page, path) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a guide file' }).click();
    await (await chooser).setFiles(path);
}

// What the page saves as a file to begin one's own guide with, changed.
async function ownGuide(page, line, change) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const guide = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    change(guide);
    const path = line.path('own.guide.json');
    writeFileSync(path, JSON.stringify(guide, null, 2));
    return path;
}

test('PU-1 the guide is a document, and its items stand there as they stand in the release', async (t) => {
    const { page } = await atGuide(t);
    await page.getByText('Standardize how OctoAcme releases features to production').waitFor();
    assert.equal(await section(page, 'Pre-release requirements').getByRole('listitem').count(), 10);
    assert.equal(await section(page, 'Deployment checklist').getByRole('listitem').count(), 9);
    assert.equal(await section(page, 'Rollback and incident playbook').getByRole('listitem').count(), 8);
    await section(page, 'Pre-release requirements').getByRole('link', { name: 'Smoke tests prepared, QA, Met' }).waitFor();
    await section(page, 'Deployment checklist').getByRole('link', { name: 'Backup or snapshot (if applicable), Infrastructure team, Open' }).click();
    await page.getByRole('tab', { name: /^Checklist/, selected: true }).waitFor();
});

test('a guide that is wrong is refused with its lines, and nothing changes', async (t) => {
    const { page, line } = await atGuide(t);
    const path = await ownGuide(page, line, (guide) => {
        guide.requirements[0].owners = ['nobody'];
        guide.checklist[0].stage = 'someday';
    });
    const lines = readFileSync(path, 'utf8').split('\n');
    await openGuide(page, path);
    const dialog = page.getByRole('dialog', { name: 'These files were not imported' });
    const at = (text) => lines.findIndex((one) => one.includes(text)) + 1;
    await dialog.getByText(`Line ${at('"nobody"')}: requirements[0].owners[0]: no role "nobody"`).waitFor();
    await dialog.getByText(new RegExp(`^Line ${at('"someday"')}: checklist\\[0\\]\\.stage`)).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { level: 1, name: 'OctoAcme guide, version 1' }).waitFor();
});

test('a guide of one\'s own shows what it changes, is adopted with the ticks kept, and taken back', async (t) => {
    const { page, walk, line } = await atGuide(t);
    const path = await ownGuide(page, line, (guide) => {
        guide.version = '2';
        guide.requirements.find(({ key }) => key === 'smoke-tests-prepared').owners.push('developers');
        guide.requirements.push({ key: 'legal-review', text: 'Legal review held', owners: ['product-manager'] });
    });
    await openGuide(page, path);
    await page.getByRole('heading', { level: 1, name: 'OctoAcme guide, version 2' }).waitFor();
    const card = page.getByRole('group', { name: 'Adopt it in the release' });
    await card.getByText('Owners: QA → QA, Developers').waitFor();
    await card.getByText('Smoke tests prepared: met → partly signed').waitFor();
    await card.getByText('9 settled items stay settled').waitFor();
    await card.getByRole('button', { name: 'Adopt it in Checkout 4.2.0' }).click();
    await card.waitFor({ state: 'detached' });
    await section(page, 'Pre-release requirements').getByRole('link', { name: 'Legal review held, Product Manager, Open' }).waitFor();
    await section(page, 'Pre-release requirements').getByRole('link', { name: /^Smoke tests prepared.*1 of 2 signed$/ }).click();
    await page.getByRole('tab', { name: /^Readiness 9\/11/, selected: true }).waitFor();

    // The file carries it to the command line, and the same is taken back there and here.
    const exported = await walk.exported();
    writeFileSync(line.path('out.json'), exported.text);
    assert.match(line.run(['log', 'out.json']).stdout, /adopted OctoAcme guide, version 2/);
    await walk.undo();
    await page.getByRole('tab', { name: /^Readiness 10\/10/ }).waitFor();
});

test('new releases begin with the guide that was chosen, also after a reload', async (t) => {
    const { page, line } = await atGuide(t);
    const path = await ownGuide(page, line, (guide) => { guide.name = 'Payments guide'; guide.requirements.length = 8; });
    await openGuide(page, path);
    await page.getByRole('button', { name: 'Use for new releases' }).click();
    await page.getByText('New releases begin with it', { exact: true }).waitFor();
    await eventually(() => page.getByText('Saved', { exact: true }).count(), 1);
    await page.reload();
    await page.evaluate(() => window.releaseDesk.whole);
    await page.getByRole('heading', { level: 1, name: 'Payments guide, version 1' }).waitFor();
    await page.getByRole('navigation', { name: 'Places' }).getByText('Releases', { exact: true }).click();
    await createRelease(page, { product: 'Payments' });
    await page.getByRole('tab', { name: /^Readiness 0\/8/ }).waitFor();
});
