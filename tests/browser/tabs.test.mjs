// Several tabs on one store: each shows what the others do, none can damage another's, and an old one gives way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventually, untilIdle, useDesk } from './lib/desk.mjs';
import { createRelease, openSection, untilSaved } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const box = (page, name) => page.getByRole('checkbox', { name, exact: true });
const drafted = 'Release notes drafted';
const reviewed = 'Release readiness review coordinated';
const settled = (page) => page.getByRole('main').getByRole('checkbox', { checked: true }).count();

// News between tabs waits while `window.newsWaits` says so: so both can act before either hears of the other.
const holdNews = () => {
    const waiting = [];
    window.BroadcastChannel = class extends BroadcastChannel {
        set onmessage(take) {
            super.onmessage = (event) => (window.newsWaits ? waiting.push(() => take(event)) : take(event));
        }
    };
    window.letNewsIn = () => {
        window.newsWaits = false;
        for (const tell of waiting.splice(0)) tell();
    };
};

// A second tab beside the first one, on the same release.
async function twoTabs(t) {
    const context = await desk.context(t);
    await context.addInitScript(holdNews);
    const first = await desk.openIn(t, context);
    await createRelease(first);
    await untilSaved(first);
    const second = await desk.openIn(t, context, new URL(first.url()).hash);
    await second.getByRole('heading', { level: 1, name: /^Checkout/ }).waitFor();
    for (const page of [first, second]) await openSection(page, 'Readiness');
    return { context, first, second };
}

// By one clock, whichever page is asked.
const now = (page) => page.evaluate(() => performance.timeOrigin + performance.now());

test('what is created and ticked in one tab stands in the other without a touch', async (t) => {
    const context = await desk.context(t);
    const first = await desk.openIn(t, context);
    const second = await desk.openIn(t, context);
    await second.getByText('No releases yet').waitFor();
    // From here on the second tab is only looked at: nothing is sent to it.
    await second.evaluate(() => {
        window.touched = [];
        for (const kind of ['pointerdown', 'keydown', 'focus', 'visibilitychange', 'wheel'])
            window.addEventListener(kind, () => window.touched.push(kind), true);
    });
    await createRelease(first);
    await second.getByRole('main').getByText('Winter checkout').first().waitFor();
    assert.deepEqual(await second.evaluate(() => window.touched), []);

    await second.goto(`${desk.site.url}${new URL(first.url()).hash}`);
    for (const page of [first, second]) await openSection(page, 'Readiness');
    await untilIdle(second);
    const shown = second.evaluate((name) => new Promise((resolve) => {
        const look = setInterval(() => {
            if (!document.querySelector(`input[type=checkbox][aria-label="${name}"]`)?.checked) return;
            clearInterval(look);
            resolve(performance.timeOrigin + performance.now());
        }, 10);
    }), drafted);
    const before = await now(first);
    await box(first, drafted).check();
    await box(second, drafted).and(second.getByRole('checkbox', { checked: true })).waitFor();
    t.diagnostic(`shown in the other tab ${Math.round(await shown - before)} ms after the click was asked for`);
});

test('two tabs that tick different things at once keep both ticks, in both, in the store and in an export', async (t) => {
    const { first, second } = await twoTabs(t);
    for (const page of [first, second]) await page.evaluate(() => { window.newsWaits = true; });
    await Promise.all([box(first, drafted).check(), box(second, reviewed).check()]);
    for (const page of [first, second]) await untilSaved(page);
    for (const page of [first, second]) assert.equal(await settled(page), 1);
    for (const page of [first, second]) await page.evaluate(() => window.letNewsIn());
    for (const page of [first, second]) await eventually(() => settled(page), 2);
    await second.reload();
    await openSection(second, 'Readiness');
    for (const name of [drafted, reviewed]) await box(second, name).and(second.getByRole('checkbox', { checked: true })).waitFor();
    const files = [];
    for (const page of [first, second]) files.push(JSON.parse((await new Walk(page, '').exported()).text));
    assert.deepEqual(files[0], files[1]);
    const ticks = files[0].ops.filter((op) => op?.v === 'done');
    assert.deepEqual(ticks.map((op) => op.i).sort(), ['item:notes-drafted:release-manager', 'item:readiness-review:release-manager']);
    assert.equal(new Set(ticks.map((op) => op.a)).size, 2, 'each tab is an actor of its own');
});

test('two tabs that answer the same differently at once both show the dispute', async (t) => {
    const { first, second } = await twoTabs(t);
    for (const page of [first, second]) await openSection(page, 'Overview');
    const plan = (page) => page.getByRole('textbox', { name: 'Rollback plan', exact: true });
    await plan(first).fill('Back to 4.1.3');
    await plan(second).fill('Switch the flag off');
    for (const page of [first, second]) await page.evaluate(() => { window.newsWaits = true; });
    for (const page of [first, second]) {
        await plan(page).press('Tab');
        await untilSaved(page);
    }
    for (const page of [first, second]) await page.evaluate(() => window.letNewsIn());
    for (const page of [first, second]) {
        const dispute = page.getByRole('group', { name: 'Rollback plan' }).filter({ hasText: 'Back to 4.1.3' });
        await dispute.filter({ hasText: 'Switch the flag off' }).first().waitFor();
    }
});

// A newer version of the app opens the database of this page's store, as another tab would after an update.
const openNewer = (page) => page.evaluate(async () => {
    const [{ name, version }] = await indexedDB.databases();
    return new Promise((resolve, reject) => {
        const request = indexedDB.open(name, version + 1);
        request.onblocked = () => reject(new Error('blocked: an older tab holds the database'));
        request.onerror = () => reject(request.error);
        request.onsuccess = () => resolve(request.result.close());
    });
});

test('an old tab gives way to a newer version, says so, and what it could not save can be exported', async (t) => {
    const { context, first } = await twoTabs(t);
    await box(first, drafted).check();
    await untilSaved(first);
    const other = await context.newPage();
    await other.goto(`${desk.site.url}schema/guide.schema.json`); // the same origin, without the app
    await openNewer(other);
    await first.getByText(/A newer version of Release Desk has written this browser's data/).first().waitFor();

    await box(first, reviewed).check();
    await first.getByText('Not saved', { exact: true }).first().waitFor();
    const download = first.waitForEvent('download');
    await first.getByRole('button', { name: 'Export now' }).first().click();
    const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    const ticks = file.ops.filter((op) => op?.v === 'done').map((op) => op.i);
    assert.deepEqual(ticks, ['item:notes-drafted:release-manager', 'item:readiness-review:release-manager']);
});
