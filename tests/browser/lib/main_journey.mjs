// The main journey: from an empty desk to a stable release, reloaded, and carried to another profile as a file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { Desk as CommandLine } from '../../cli/lib/releasectl.mjs';
import { walk as walkLine } from '../../cli/lib/walk.mjs';
import { Walk } from './walk.mjs';

const status = (path) => JSON.parse(execFileSync(process.env.DESK_RELEASECTL, ['show', path, '--json'], { encoding: 'utf8' }));

// The digest that the command line reaches with the same acts.
function walkedOnCommandLine(t, plan) {
    const line = new CommandLine(t);
    walkLine(line, plan, 'walked.release.json');
    return line.status('walked.release.json').digest;
}

// `desk.open(t)` gives a page in a new, empty profile of any engine.
export async function theWholeWay(t, desk, plan) {
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
        await page.bringToFront();
        await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();
        await walk.chooseFile(file.path);
        await page.getByText('Everything in it is here already.').waitFor();
        await page.getByRole('button', { name: 'Close' }).click();
        await page.getByRole('link', { name: /Checkout.*4\.2\.0/ }).first().click();
        assert.equal((await walk.exported()).text, file.text);
    });
}
