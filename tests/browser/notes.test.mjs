// Release notes: commits pasted into them, what they look like and are exported as, and the announcements made of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { bring, journey } from '../cli/lib/walk.mjs';
import { eventually, useDesk } from './lib/desk.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const plan = journey('minor-release');
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const hostile = '<script>window.struck=1</script>';
const log = [
    'a1b2c3d feat(cart): keep carts for 90 days (#12)', 'b2c3d4e fix: count vouchers once', `c3d4e5f fix: show ${hostile} as it stands`,
    'd4e5f60 fix: no <img src=x onerror="window.struck=1"> and no [link](javascript:window.struck=1)',
    'e5f6071 Merge branch \'main\' into carts'].join('\n');

// A page with the Minor release as the command line made it, until a step of its journey.
async function opened(t, until) {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    bring(line, plan, 'a.release.json', until);
    const page = await desk.open(t, clipboard);
    const walk = new Walk(page, '');
    await page.getByText('No releases yet').waitFor();
    await walk.importFile(line.path('a.release.json'));
    await page.getByRole('tablist', { name: 'Sections' }).waitFor();
    await walk.become('Ana');
    await walk.section('Notes');
    return { page, walk };
}

const firstStep = () => true;
const field = (page) => page.getByRole('textbox', { name: 'Notable changes', exact: true });
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const toast = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();

async function paste(page, text) {
    await page.getByRole('button', { name: 'Paste commits…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Which commits are in this release?' });
    await dialog.getByRole('textbox', { name: 'Commits' }).fill(text);
    return dialog;
}

async function download(page, format) {
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await page.getByRole('button', { name: format, exact: true }).click();
    return readFileSync(await (await file).path(), 'utf8');
}

test('RN-4 pasted commits are sorted while one looks, added to the notable changes, and never twice', async (t) => {
    const { page } = await opened(t, firstStep);
    const dialog = await paste(page, log);
    await dialog.getByText('5 commits', { exact: true }).waitFor();
    const sorted = dialog.getByRole('region', { name: 'Sorted commits' });
    for (const words of ['New, 1', 'cart: keep carts for 90 days (#12)', 'Fixed, 3', 'Other, 1', 'Merge branch \'main\' into carts'])
        await sorted.getByText(words, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Add to notable changes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await toast(page, 'Commits are in the notable changes');
    await eventually(async () => (await field(page).inputValue()).split('\n').slice(0, 5),
        ['### New', '', '- **cart**: keep carts for 90 days (#12)', '', '### Fixed']);
    await page.getByRole('group', { name: 'Preview', exact: true }).getByText('cart: keep carts for 90 days (#12)', { exact: true }).waitFor();

    const again = await paste(page, 'fix: count vouchers once\nfix: round prices');
    await again.getByText('2 commits, 1 listed already', { exact: true }).waitFor();
    await again.getByRole('button', { name: 'Add to notable changes' }).click();
    await again.waitFor({ state: 'detached' });
    await eventually(async () => (await field(page).inputValue()).match(/vouchers|round/g), ['vouchers', 'round']);
});

test('RT-2 RT-3 commits that ask for another type are told; without any the dialog stays and says why', async (t) => {
    const { page } = await opened(t, firstStep);
    const dialog = await paste(page, 'feat!: drop the old cart');
    await dialog.getByText('These commits ask for a Major (1 breaking change), this release is a Minor.').waitFor();
    await dialog.getByRole('textbox', { name: 'Commits' }).fill('---');
    await dialog.getByRole('button', { name: 'Add to notable changes' }).click();
    await dialog.getByText('There is no commit in this text').waitFor();
    await dialog.getByRole('button', { name: 'Not now' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await field(page).inputValue(), '');
});

test('RN-1 to RN-6 a pasted tag or script link is nothing but text, on the page and in every export', async (t) => {
    const { page } = await opened(t, firstStep);
    const dialog = await paste(page, log);
    await dialog.getByText(`show ${hostile} as it stands`, { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Add to notable changes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Preview', exact: true }).getByText(`show ${hostile} as it stands`, { exact: true }).waitFor();
    assert.equal(await page.locator('#mirror img').count(), 0);
    const scripts = await page.locator('script').evaluateAll((all) => all.filter((one) => one.textContent.includes('struck')).length);
    assert.equal(scripts, 0);

    const html = await download(page, 'HTML');
    assert.match(html, /<li>show &lt;script&gt;window\.struck=1&lt;\/script&gt; as it stands<\/li>/);
    // What a browser makes of the exported HTML, where nothing keeps scripts from running.
    const context = await desk.context(t);
    const reader = await context.newPage();
    await reader.setContent(html);
    assert.deepEqual(await reader.evaluate(() => [...new Set([...document.body.querySelectorAll('*')].map((one) => one.localName))].sort()),
        ['h1', 'h2', 'h3', 'li', 'p', 'strong', 'ul']);
    assert.equal(await reader.evaluate(() => window.struck), undefined);
    await reader.getByText(`show ${hostile} as it stands`, { exact: true }).waitFor();
    assert.match(await download(page, 'Plain text'), /^ {2}- show <script>window\.struck=1<\/script> as it stands$/m);
    assert.match(await download(page, 'Markdown'), /^- show \\<script>window/m);
    assert.equal(await page.evaluate(() => window.struck), undefined);
});

test('DC-8 DC-7 each audience has its message to copy; that it was sent waits for the verifications and names who and when', async (t) => {
    const verified = (step) => step.do === 'sign' && step.item === 'deploy-production';
    const { page, walk } = await opened(t, verified);
    const card = page.getByRole('group', { name: 'Announcements', exact: true });
    await card.getByText('Checkout 4.2.0 is on its way', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Copy the announcement' }).click();
    await toast(page, 'Announcement copied');
    assert.match(await copied(page), /^Checkout 4\.2\.0 is on its way\n\nHello,\n/);
    await card.getByRole('radio', { name: 'Support team' }).click();
    await card.getByText('Whom to ask', { exact: true }).waitFor();
    await card.getByRole('radio', { name: 'Stakeholders' }).click();
    await card.getByText('Status: Deploying', { exact: true }).waitFor();

    await card.getByRole('button', { name: 'Mark the announcement as sent' }).click();
    await card.getByText('Run post-deploy verifications: open', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Dismiss' }).click();

    for (const step of plan.steps.slice(plan.steps.findIndex(verified))) {
        if (step.do === 'advance') break;
        if (step.do === 'sign') await walk.take(step);
    }
    await walk.become('Ana');
    await walk.section('Notes');
    await card.getByRole('radio', { name: 'Stakeholders' }).click();
    await card.getByRole('button', { name: 'Mark the announcement as sent' }).click();
    await toast(page, 'Recorded as sent to stakeholders');
    await card.getByText(/^Sent to stakeholders by Ana, \d\d:\d\d$/).waitFor();
    await walk.section('Checklist');
    await walk.row('announce').getByText(/^Sent to stakeholders by Ana/).waitFor();
    await walk.section('History');
    await page.getByRole('main').getByText('announced the release to stakeholders', { exact: true }).waitFor();
});
