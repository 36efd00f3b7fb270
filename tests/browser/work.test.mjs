// My work, the duties of roles, the history: whose turn it is, and who did what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { after, bring, goesTo, journey } from '../cli/lib/walk.mjs';
import { useDesk } from './lib/desk.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const plan = journey('minor-release');

// A page with the Minor release as it stands when it has come to `phase`, made by the command line.
async function opened(t, phase) {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    bring(line, plan, 'a.release.json', after(goesTo(phase)));
    const page = await desk.open(t);
    const walk = new Walk(page, '');
    await page.getByText('No releases yet').waitFor();
    await walk.importFile(line.path('a.release.json'));
    await walk.isIn(phase);
    return { page, walk };
}

const place = (page, name) => page.getByRole('navigation', { name: 'Places' }).getByText(name, { exact: true });

test('RC-7 RC-8 RC-9 My work tells the Support Lead what is due now, leads there, and goes on with the next', async (t) => {
    const { page, walk } = await opened(t, 'staging');
    await walk.become('Bruno');
    await place(page, 'My work').click();
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    const due = page.getByRole('list', { name: 'Due now in Checkout 4.2.0' });
    const duties = page.getByRole('list', { name: 'Your duties in Checkout 4.2.0' });
    assert.equal(await due.getByRole('link').count(), 1, 'the briefing waits for the documentation');
    await duties.getByText(/Creates runbooks, due now/).waitFor();
    await duties.getByText(/Monitors customer impact, not due now/).waitFor();

    await due.getByRole('link', { name: /^Support documentation finalized/ }).click();
    await walk.sign({ item: 'support-docs-final' });
    await place(page, 'My work').click();
    await due.getByRole('link', { name: /^Support team briefed on changes/ }).waitFor();
    await duties.getByText(/Prepares the support team, due now/).waitFor();
    await duties.getByText(/Creates runbooks, not due now/).waitFor();
});

test('RC-1 RC-3 RC-4 RC-5 RC-6 RC-10 RC-11 the people of a release stand with the duties of their roles', async (t) => {
    const { page, walk } = await opened(t, 'monitoring');
    await walk.become('Ana');
    await walk.section('Overview');
    await page.getByRole('main').getByRole('button', { name: 'Roles and people' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who does what?' });
    const role = (name) => dialog.getByRole('group', { name, exact: true });
    await role('Developers').getByRole('listitem').filter({ hasText: /Monitor post-deployment health, due now/ }).waitFor();
    await role('Developers').getByRole('listitem').filter({ hasText: /Deploy code, not due now/ }).waitFor();
    await role('Developers').getByRole('listitem').filter({ hasText: /Respond to incidents, not due now/ }).waitFor();
    await role('Support Lead').getByRole('listitem').filter({ hasText: /Monitors customer impact, due now/ }).waitFor();
    await role('Project Manager').getByRole('listitem').filter({ hasText: /Communicates release status to stakeholders, due now/ }).waitFor();
    await role('Product Manager').getByRole('listitem').filter({ hasText: /Validates that released features meet business objectives, not due/ }).waitFor();
    await role('Release Manager').getByRole('listitem').filter({ hasText: /Owns the release process, not due now/ }).waitFor();
    await role('Release Manager').getByRole('listitem').filter({ hasText: /Manages deployment windows, not due now/ }).waitFor();
});

test('PU-1 the history is narrowed by person and words, shows any moment, and the past cannot be changed', async (t) => {
    const { page, walk } = await opened(t, 'staging');
    await walk.become('Farah');
    await walk.section('History');
    const entries = page.getByRole('table', { name: 'What happened' });
    await page.getByRole('combobox', { name: 'Who' }).click();
    await page.getByRole('option', { name: 'Farah' }).click();
    await entries.getByRole('link', { name: /Farah said met: Smoke tests prepared/ }).waitFor();
    assert.equal(await entries.getByRole('link').count(), 1);
    await entries.getByRole('link').click();

    const past = page.getByRole('region', { name: 'A moment of the past' });
    await past.getByText(/after Farah said met: Smoke tests prepared/).waitFor();
    await walk.isIn('preparing');
    await walk.section('Readiness');
    const box = page.getByRole('checkbox', { name: 'UI changes match approved designs', exact: true });
    assert.equal(await box.isChecked(), false, 'it was signed later');
    await box.click();
    await page.getByRole('status').filter({ hasText: 'This is how it stood then' }).waitFor();
    assert.equal(await box.isChecked(), false);

    await past.getByRole('button', { name: 'Back to now' }).click();
    await walk.isIn('staging');
    assert.equal(await box.isChecked(), true);
});
