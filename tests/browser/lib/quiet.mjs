// Nothing is drawn while nothing happens: how that is watched, in any engine.
import assert from 'node:assert/strict';
import { frames, untilIdle } from './desk.mjs';

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

// Nothing is drawn, and nothing asks to be, for `watched` milliseconds.
export async function assertQuiet(page, watched = 5000) {
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
