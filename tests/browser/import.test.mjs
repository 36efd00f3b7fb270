// What a file would bring is shown before anything of it is kept; disputes are decided with it, or later.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from '../cli/lib/releasectl.mjs';
import { useDesk } from './lib/desk.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();

// Two files of one release that did not see each other: both wrote the rollback plan, one more than that.
function twoCopies(t) {
    const line = new Desk(t);
    line.create();
    line.act('Ana', 'assign', 'a.release.json', 'qa', 'Farah');
    cpSync(line.path('a.release.json'), line.path('b.release.json'));
    line.act('Ana', 'set', 'a.release.json', 'rollback.plan', 'Redeploy 4.1.2 and tell Support');
    line.act('Bruno', 'set', 'b.release.json', 'rollback.plan', 'Redeploy 4.1.3 and tell QA');
    line.act('Priya', 'set', 'b.release.json', 'notes.summary', 'Saved carts');
    return line;
}

const count = (page, words) => page.getByRole('listitem').filter({ hasText: words }).waitFor();

test('a file is shown with what is new, known, disputed and unknown, and nothing is kept until it is imported', async (t) => {
    const line = twoCopies(t);
    const theirs = line.path('b.release.json');
    const unknown = '{"a":"future","s":1,"t":90,"w":1764072000000,"by":"Kofi","k":"attestation","i":"attestation:sbom","v":{"sha":"abc"}},';
    writeFileSync(theirs, readFileSync(theirs, 'utf8').replace(/null\]\}\n$/, `${unknown}\nnull]}\n`));
    const page = await desk.open(t);
    const walk = new Walk(page, 'Ana');
    await walk.importFile(line.path('a.release.json'));
    await walk.saved();
    const before = (await walk.exported()).text;
    await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();

    await walk.chooseFile(theirs);
    await count(page, /^3 New/);
    await count(page, /Already here/);
    await count(page, /^1 Conflicts/);
    await count(page, /^1 Unknown/);
    await page.getByRole('listitem').filter({ hasText: 'Priya wrote the release notes: Summary' }).waitFor();
    await page.getByText('Kind “attestation”, written by a newer version').waitFor();
    const dispute = page.getByRole('group', { name: 'Rollback plan' });
    await dispute.getByText('Ana said').waitFor();
    await dispute.getByText('Bruno said').waitFor();
    await dispute.getByText('did not see each other').waitFor();

    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: /Checkout.*4\.2\.0/ }).first().click();
    assert.equal((await walk.exported()).text, before);
});

test('a dispute that is decided in the preview is closed with the import, for everybody', async (t) => {
    const line = twoCopies(t);
    const page = await desk.open(t);
    const walk = new Walk(page, 'Ana');
    await walk.importFile(line.path('a.release.json'));
    await walk.saved();
    await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();
    await walk.chooseFile(line.path('b.release.json'));
    await page.getByRole('button', { name: 'Keep Redeploy 4.1.3 and tell QA' }).click();
    await page.getByRole('button', { name: 'Import 2 entries' }).click();
    const name = page.getByRole('dialog', { name: 'What is your name?' });
    await name.getByRole('textbox', { name: 'Your name' }).fill('Ana');
    await name.getByRole('button', { name: 'Use this name' }).click();
    await walk.saved();
    const { path } = await walk.exported();
    line.act('', 'conflicts', path); // none is left
    line.act('', 'merge', 'b.release.json', path);
    assert.match(line.act('', 'show', 'b.release.json').stdout, /Redeploy 4\.1\.3/);
});

test('files of several releases, and a workspace, are one preview', async (t) => {
    const line = twoCopies(t);
    line.act('Ana', 'new', '--product', 'Billing', '--version', '1.0.0', '--type', 'minor', '-o', 'c.release.json');
    line.act('', 'pack', 'b.release.json', 'c.release.json', '-o', 'all.workspace.json');
    const page = await desk.open(t);
    const walk = new Walk(page, 'Ana');
    await walk.chooseFile([line.path('a.release.json'), line.path('all.workspace.json')]);
    await page.getByText('2 files').waitFor();
    await page.getByRole('heading', { name: /^Billing 1\.0\.0: \d+ new entries/ }).waitFor();
    await page.getByRole('heading', { name: /^Checkout 4\.2\.0: \d+ new entries/ }).waitFor();
    await page.getByRole('button', { name: /^Import \d+ entries/ }).click();
    await page.getByRole('row', { name: /Billing/ }).waitFor();
    await page.getByRole('row', { name: /Checkout/ }).waitFor();
    await walk.saved();
    await page.reload();
    await page.getByRole('row', { name: /Billing/ }).waitFor();
});

test('the place of imports says what to do when nothing waits there', async (t) => {
    const page = await desk.open(t, {}, '#/import');
    await page.getByText('Nothing waits to be imported').waitFor();
});
