// The journeys off the straight way in a real browser, by roles and names alone. Each begins with the file that the
// command line has brought to where it starts, and must end in the digest that the command line reaches with the same acts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { journey, start, take } from '../cli/lib/walk.mjs';
import { useDesk } from './lib/desk.mjs';
import { movableClock } from './lib/clock.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const file = 'start.release.json';
const ends = {
    hotfix: 'stable', 'no-go-then-go': 'deploying', 'window-missed': 'deploying',
    'incident-rollback': 'closed', 'incident-forward': 'closed',
};

for (const [name, end] of Object.entries(ends)) {
    const plan = journey(name);
    test(`${plan.proves.join(' ')} ${name}: ${plan.about}`, async (t) => {
        const line = new CommandLine(t, { at: new Date().toISOString() });
        start(line, plan, file);
        const context = await desk.context(t);
        await movableClock(context);
        const page = await desk.openIn(t, context);
        const walk = new Walk(page, '');
        await page.getByText('No releases yet').waitFor();
        await walk.importFile(line.path(file));
        await page.getByRole('tablist', { name: 'Sections' }).waitFor();
        for (const step of plan.steps) await walk.take(step);
        await walk.isIn(end);
        await walk.saved();
        const exported = await walk.exported();
        for (const step of plan.steps) if (step.do !== 'refused') take(line, file, step);
        assert.equal(line.status(exported.path).digest, line.status(file).digest);
    });
}
