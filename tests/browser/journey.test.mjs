// One release from Draft to Stable in a real browser, by roles and names alone; then the same acts on the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { journey, walk as walkLine } from '../cli/lib/walk.mjs';
import { useDesk } from './lib/desk.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk({ asPeopleHaveIt: true });

const status = (path) => JSON.parse(execFileSync(process.env.DESK_RELEASECTL, ['show', path, '--json'], { encoding: 'utf8' }));

// The digest that the command line reaches with the same acts.
function walkedOnCommandLine(t, plan) {
    const line = new CommandLine(t);
    walkLine(line, plan, 'walked.release.json');
    return line.status('walked.release.json').digest;
}

test('PU-1 a Minor release goes from Draft to Stable, survives a reload, and is the same in a second profile', async (t) => {
    const plan = journey('minor-release');
    const page = await desk.open(t);
    const walk = new Walk(page, plan.manager);
    await walk.create(plan.release);
    for (const step of plan.steps) await walk.take(step);
    await walk.saved();
    const file = await walk.exported();
    assert.equal(file.name, 'checkout-4.2.0.release.json');

    await t.test('reloaded, all of it is there', async () => {
        await page.reload();
        await page.evaluate(() => window.releaseDesk.whole);
        await walk.isIn('stable');
        assert.equal((await walk.exported()).text, file.text);
    });

    await t.test('imported into a second, empty profile it has the same digest, and the same bytes when exported', async (u) => {
        const second = await desk.open(u);
        const other = new Walk(second, 'Bruno');
        await second.getByText('No releases yet').waitFor();
        await other.importFile(file.path); // what is new here is shown at once
        await other.isIn('stable');
        await other.saved();
        const again = await other.exported();
        assert.equal(again.text, file.text);
        assert.equal(status(again.path).digest, status(file.path).digest);
    });

    await t.test('the same acts on the command line end in the same digest', () => {
        assert.equal(walkedOnCommandLine(t, plan), status(file.path).digest);
    });

    await t.test('importing it again changes nothing', async () => {
        await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();
        await walk.chooseFile(file.path);
        await page.getByText('Everything in it is here already.').waitFor();
        await page.getByRole('button', { name: 'Close' }).click();
        await page.getByRole('link', { name: /Checkout.*4\.2\.0/ }).first().click();
        assert.equal((await walk.exported()).text, file.text);
    });
});

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
