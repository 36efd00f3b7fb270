// One release from Draft to Stable in a real browser, by roles and names alone; then the same acts on the command line.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from '../cli/lib/walk.mjs';
import { useDesk } from './lib/desk.mjs';
import { theWholeWay } from './lib/main_journey.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk({ asPeopleHaveIt: true });

test('PU-1 a Minor release goes from Draft to Stable, survives a reload, and is the same in a second profile', (t) =>
    theWholeWay(t, desk, journey('minor-release')));

test('a bad file is answered by what is wrong and where, and nothing is changed', async (t) => {
    const page = await desk.open(t);
    const walk = new Walk(page, 'Ana');
    await page.getByText('No releases yet').waitFor();
    const path = join(tmpdir(), `bad-${process.pid}.release.json`);
    writeFileSync(path, '{"format":"octoacme-release/1","release":"rel_a","ops":[\n{"a":"k3","s":0},\nnull]}\n');
    await walk.chooseFile(path);
    const dialog = page.getByRole('dialog', { name: 'This file was not imported' });
    await dialog.getByText(/Line 2: this is not an op/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('No releases yet').waitFor();
});
