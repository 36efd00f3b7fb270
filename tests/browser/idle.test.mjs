// Nothing is drawn while nothing happens (DESIGN "Budgets": idle, 0 frames, 0 pending animation frames).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { frames, untilIdle, useDesk } from './lib/desk.mjs';
import { openNewRelease } from './lib/release.mjs';

const desk = useDesk();
const watched = 5000; // ms

// What the start and the last event still had to come (the store's answers, a busy machine's late frames) has come.
async function settled(page) {
    await untilIdle(page);
    await page.waitForFunction(() => new Promise((resolve) => {
        const { logical, drawn } = window.releaseDesk.frames;
        setTimeout(() => {
            const now = window.releaseDesk.frames;
            resolve(now.idle && now.logical === logical && now.drawn === drawn);
        }, 1000);
    }));
}

async function assertQuiet(page) {
    await settled(page);
    const before = await frames(page);
    const requested = await page.evaluate((ms) => new Promise((resolve) => {
        let count = 0;
        const request = window.requestAnimationFrame;
        window.requestAnimationFrame = (callback) => { count += 1; return request.call(window, callback); };
        setTimeout(() => { window.requestAnimationFrame = request; resolve(count); }, ms);
    }), watched);
    assert.equal(requested, 0, 'no animation frame is asked for');
    assert.deepEqual(await frames(page), before);
}

// They do nothing at the same time.
describe('no frame runs', { concurrency: true }, () => {
    test('while nothing happens', async (t) => {
        const page = await desk.open(t);
        await page.getByText('No releases yet').waitFor(); // the store has answered
        await assertQuiet(page);
    });

    test('while the pointer rests on a control and a control has the focus', async (t) => {
        const page = await desk.open(t);
        const button = page.getByRole('button', { name: 'New release' });
        await button.hover();
        await button.focus();
        await assertQuiet(page);
    });

    test('while a text field waits for typing', async (t) => {
        const page = await desk.open(t);
        await openNewRelease(page);
        await page.getByRole('textbox', { name: 'Product' }).click();
        await page.keyboard.type('a');
        await assertQuiet(page);
    });
});

test('an event is followed by few pictures', async (t) => {
    const page = await desk.open(t);
    await untilIdle(page);
    const before = await frames(page);
    await page.keyboard.press('Tab');
    await untilIdle(page);
    const after = await frames(page);
    assert.ok(after.drawn > before.drawn, 'the new focus is drawn');
    assert.ok(after.drawn - before.drawn <= 20, `${after.drawn - before.drawn} pictures for one key`);
});
