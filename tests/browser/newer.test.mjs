// What this version does not know, and entries that exist twice: the page keeps them byte for byte, and shows them.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { useDesk } from './lib/desk.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const unknown = '{"a":"zz","s":1,"t":99,"w":1764000000001,"by":"Kofi","k":"attest","i":"attestation",'
    + '"v":{"n":1.5000,"big":123456789012345678901234567890,"b":{"z":1,"a":[]}},"x-key":"ab","é":[1.0,1e5]}';

// A page with a release to which `change` has added lines.
async function opened(t, change) {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    line.create('a.release.json');
    const lines = readFileSync(line.path('a.release.json'), 'utf8').split('\n');
    const added = change(lines);
    writeFileSync(line.path('a.release.json'), [...lines.slice(0, -2), ...added.map((one) => `${one},`), ...lines.slice(-2)].join('\n'));
    const page = await desk.open(t);
    const walk = new Walk(page, '');
    await page.getByText('No releases yet').waitFor();
    await walk.importFile(line.path('a.release.json'));
    await walk.isIn('draft');
    return { page, walk, added };
}

test('entries of a newer version and both versions of a forked one leave as they came, and the rest works', async (t) => {
    const { page, walk, added } = await opened(t, (lines) => {
        const name = lines.find((line) => line.includes('"v":"Saved carts"')).slice(0, -1);
        return [unknown, name.replace('Saved carts', 'Zoé’s carts').replace('"by":"Ana"', '"by":"Zoé"')];
    });
    await page.getByRole('main').getByText('1 entry exists in two versions').waitFor();
    await page.getByRole('link', { name: 'See both in the history' }).click();
    const versions = page.getByRole('group', { name: 'Entries in two versions' });
    for (const words of ['Counts', 'Ana set the name to Saved carts', 'Set aside', 'Zoé set the name to Zoé’s carts'])
        await versions.getByText(words, { exact: true }).waitFor();
    await page.getByRole('main').getByText('2 entries', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    const rows = page.getByRole('table', { name: 'What happened' }).getByRole('row');
    await rows.filter({ hasText: 'Set aside' }).filter({ hasText: 'Zoé' }).waitFor();
    await rows.filter({ hasText: 'did what this version does not know' }).waitFor();

    await walk.become('Ana');
    await walk.sign({ item: 'notes-drafted' });
    await walk.saved();
    await page.reload();
    await page.getByRole('tablist', { name: 'Sections' }).waitFor();
    const { text } = await walk.exported();
    for (const line of added) assert.ok(text.split('\n').includes(`${line},`), line);
    assert.match(text, /"i":"item:notes-drafted:release-manager","v":"done"/);
});

test('a critical entry of a newer version closes the gates of the page, and says so', async (t) => {
    const { page, walk, added } = await opened(t, () => [unknown.replace('"x-key"', '"crit":true,"x-key"')]);
    await walk.become('Ana');
    await walk.section('Overview');
    await walk.nextStep().getByRole('button', { name: 'Why not?' }).click();
    await page.getByRole('list', { name: 'What is missing', exact: true })
        .getByText('An entry of this release was made by a newer version', { exact: true }).waitFor();
    const { text } = await walk.exported();
    for (const line of added) assert.ok(text.split('\n').includes(`${line},`), line);
});
