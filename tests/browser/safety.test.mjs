// Whatever people write stays text, and the page may do no more than it needs.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { bring, journey } from '../cli/lib/walk.mjs';
import { useDesk } from './lib/desk.mjs';
import { untilSaved } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk({ asServed: true });
const hostile = [
    '<img src=x onerror=window.struck=1>', '<script>window.struck=1</script>', '</title><svg onload=window.struck=1>',
    '</textarea><iframe srcdoc="<script>top.struck=1</script>">', '[a](javascript:window.struck=1)', '" onfocus=window.struck=1 x="',
];
const attack = hostile.join(' ');

// All texts of people in it, and their names, become hostile. What the guide calls by a key stays as it is.
function poison(plan, text) {
    const said = [plan.release.product, plan.release.name, plan.manager];
    for (const step of [...plan.before, ...plan.steps])
        for (const key of ['by', 'person', 'owner', 'approver', 'reason', 'value', 'evidence', 'text', 'none']) said.push(step[key]);
    return [...new Set(said.filter(Boolean))].reduce((poisoned, words, at) => poisoned.replaceAll(JSON.stringify(words),
        () => JSON.stringify(`${words} ${hostile[at % hostile.length]}`)), text);
}

// A release after an incident, closed, with something written wherever something can be written.
function poisonedRelease(line) {
    const plan = journey('incident-rollback');
    bring(line, plan, 'a.release.json');
    const text = readFileSync(line.path('a.release.json'), 'utf8');
    const path = line.path('<img src=x onerror=window.struck=1>.release.json');
    writeFileSync(path, poison(plan, text));
    return path;
}

function poisonedGuide(line) {
    const { stdout } = line.act('Ana', 'guide', 'show', '--json');
    const guide = JSON.parse(stdout, (key, value) => (['title', 'name', 'text'].includes(key) ? `${value} ${attack}` : value));
    const path = line.path('a.guide.json');
    writeFileSync(path, JSON.stringify(guide));
    return path;
}

const drawn = ['a', 'aside', 'button', 'div', 'h1', 'h2', 'h3', 'h4', 'header', 'input', 'main', 'nav', 'p', 'progress', 'section', 'textarea'];

// `shows`: so many texts of people must be there, or nothing has been tried.
async function assertInert(page, where, shows = 1) {
    const found = await page.evaluate(() => {
        const all = [...document.querySelectorAll('#mirror *')];
        return {
            struck: window.struck,
            kinds: [...new Set(all.map((one) => one.localName))],
            handlers: all.flatMap((one) => one.getAttributeNames().filter((name) => /^on|^style$|^src/.test(name) && name !== 'style')),
            links: all.map((one) => one.getAttribute('href')).filter((href) => href && !href.startsWith('#')),
            foreign: document.querySelectorAll('img:not(#failure > div > img[src="icon.svg"]), iframe, svg, object, embed, script:not([src])').length,
            shown: all.filter((one) => /window\.struck/.test(one.textContent + one.getAttributeNames().map((name) => one.getAttribute(name)).join() + (one.value ?? ''))).length,
            violations: window.violations,
        };
    });
    const { shown, kinds, ...rest } = found;
    assert.deepEqual(rest, { struck: undefined, handlers: [], links: [], foreign: 0, violations: [] }, where);
    assert.deepEqual(kinds.filter((kind) => !drawn.includes(kind)), [], where);
    assert.ok(shown >= shows, `${where} shows ${shown} of them`);
}

async function open(t) {
    const context = await desk.context(t);
    await context.addInitScript(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
    });
    return desk.openIn(t, context);
}

test('markup in any text of a release, of a guide or of a name stays text, in every view', async (t) => {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    const page = await open(t);
    const walk = new Walk(page, '');
    await page.getByText('No releases yet').waitFor();
    await walk.chooseFile(poisonedRelease(line));
    await page.getByRole('heading', { level: 1, name: 'Import preview' }).waitFor();
    await assertInert(page, 'the import preview');
    await page.getByRole('button', { name: /^Import \d+ entr/ }).click();
    for (const section of ['Overview', 'Readiness', 'Checklist', 'Decision', 'Notes', 'Incident', 'Hand-off', 'History']) {
        await walk.section(section);
        await assertInert(page, section);
    }
    assert.ok((await page.title()).includes(hostile[0]), 'the title is a text too');
    const guide = page.waitForEvent('filechooser');
    const places = page.getByRole('navigation', { name: 'Places' });
    await places.getByText('Guide', { exact: true }).click();
    await page.getByRole('button', { name: 'Open a guide file' }).click();
    await (await guide).setFiles(poisonedGuide(line));
    await page.getByRole('heading', { level: 1, name: /struck/ }).waitFor();
    await assertInert(page, 'the guide', 20);
    for (const place of ['My work', 'Calendar', 'Metrics', 'Releases']) {
        await places.getByText(place, { exact: true }).click();
        await page.getByRole('heading', { level: 1, name: place }).waitFor();
        await assertInert(page, place, place === 'Releases' ? 1 : 0);
    }
    await untilSaved(page);
});

test('markup that is typed stays text: names, a new release, its fields, a file with a bad name', async (t) => {
    const page = await open(t);
    const walk = new Walk(page, '');
    await page.getByRole('button', { name: 'New release' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New release' });
    for (const [at, name] of ['Your name', 'Product', 'Name'].entries())
        await dialog.getByRole('textbox', { name, exact: true }).fill(hostile[at]);
    await assertInert(page, 'the dialog', 3);
    await dialog.getByRole('button', { name: 'Create release' }).click();
    await dialog.waitFor({ state: 'detached' });
    await assertInert(page, 'its overview', 3);
    await walk.section('Notes');
    await page.getByRole('textbox', { name: 'Summary', exact: true }).fill(attack);
    await page.getByRole('textbox', { name: 'Summary', exact: true }).press('Tab');
    await page.getByRole('group', { name: 'Preview', exact: true }).getByText(attack).waitFor();
    await assertInert(page, 'the notes and their preview', 2);
    await page.evaluate((name) => {
        const files = new DataTransfer();
        files.items.add(new File(['{'], name));
        document.getElementById('stage').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    }, hostile[0]);
    await page.getByRole('dialog').getByText(hostile[0]).first().waitFor();
    await assertInert(page, 'a file that is none of ours');
});

test('the page may use nothing of the browser but the clipboard, to write to, and no text can become markup or a script', async (t) => {
    const page = await open(t);
    const allowed = await page.evaluate(() => document.featurePolicy.allowedFeatures());
    assert.deepEqual(allowed.filter((feature) => !feature.startsWith('ch-')), ['clipboard-write']); // ch-: what is told of the browser
    for (const act of [
        () => { document.createElement('div').innerHTML = '<b>'; },
        () => { document.createElement('script').text = '1'; },
        () => { document.createElement('script').src = 'page.js'; },
        () => { window.trustedTypes.createPolicy('another', {}); },
        () => { window.trustedTypes.createPolicy('release-desk', {}); },
    ]) await assert.rejects(page.evaluate(act), /TypeError/, String(act));
    page.complaints.length = 0; // the browser reports them
});
