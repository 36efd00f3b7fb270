// Nothing is drawn while nothing happens: 0 frames, and 0 that wait for an animation frame.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { frames, untilIdle, useDesk } from './lib/desk.mjs';
import { assertQuiet } from './lib/quiet.mjs';
import { openNewRelease } from './lib/release.mjs';

const desk = useDesk({ pictures: true });
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
