// Any size of the page and any fineness of the screen: sharp, and nothing cut off, covered or out of reach.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letToastsGo } from './lib/clock.mjs';
import { eventually, untilIdle, useDesk } from './lib/desk.mjs';
import { wrongPlaces } from './lib/geometry.mjs';
import { createRelease, openNewRelease } from './lib/release.mjs';

const desk = useDesk();
const drawn = useDesk({ pictures: true });

// A page that is zoomed to a percentage has so many CSS pixels less, and device pixels more for each.
async function show(page, session, width, height, deviceScaleFactor) {
    await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
    await page.waitForFunction(([w, h, ratio]) => {
        const canvas = document.querySelector('canvas');
        const right = Math.abs(canvas.width - w * ratio) < 1 && Math.abs(canvas.height - h * ratio) < 1;
        return right && window.releaseDesk.frames.idle;
    }, [width, height, deviceScaleFactor]);
}

// How much of the difference between paper and ink lies between neighbours: 1 where an edge falls between two pixels,
// less where it was smeared over several.
const sharpness = (page, picture) => page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    let least = 255, most = 0, step = 0;
    for (let y = 0; y < bitmap.height; ++y) {
        for (let x = 1; x < bitmap.width; ++x) {
            const at = 4 * (y * bitmap.width + x);
            least = Math.min(least, data[at + 1]);
            most = Math.max(most, data[at + 1]);
            step = Math.max(step, Math.abs(data[at + 1] - data[at - 3]));
        }
    }
    return step / (most - least);
}, picture.toString('base64'));

test('glyphs are drawn anew for each fineness of the screen, while the page is open', async (t) => {
    const page = await drawn.open(t);
    await createRelease(page);
    await letToastsGo(page);
    const session = await page.context().newCDPSession(page);
    const title = page.getByRole('heading', { level: 1 });
    for (const [zoom, ratio] of [[50, 1], [100, 1.25], [100, 2], [100, 3], [400, 1]]) {
        await show(page, session, Math.round(800 / (zoom / 100)), Math.round(400 / (zoom / 100)), ratio * (zoom / 100));
        const sharp = await sharpness(page, await title.screenshot());
        assert.ok(sharp > 0.8, `at ${zoom} % and ratio ${ratio} the sharpest edge has ${sharp.toFixed(2)} of the contrast`);
    }
});

const sizes = [[320, 256], [360, 740], [390, 844], [768, 500], [1024, 500], [1280, 500], [1920, 500]];

async function checkEverywhere(page, session, what) {
    for (const [width, height] of sizes) {
        await show(page, session, width, height, 1);
        assert.deepEqual(await wrongPlaces(page), [], `${what} at ${width} × ${height}`);
    }
}

test('from 320 to 1920 pixels nothing is cut off, covered or out of reach (WCAG 2.2, 1.4.10)', async (t) => {
    const page = await desk.open(t);
    const session = await page.context().newCDPSession(page);
    const dialog = await openNewRelease(page);
    await checkEverywhere(page, session, 'New release');
    await dialog.getByRole('button', { name: 'Not now' }).click();
    await createRelease(page);
    await letToastsGo(page);
    const address = await page.evaluate(() => location.hash.replace(/[^/]*$/, ''));
    for (const section of ['overview', 'readiness', 'checklist', 'decision', 'notes', 'incident', 'history']) {
        await page.evaluate((to) => { location.hash = to; }, address + section);
        await checkEverywhere(page, session, section);
    }
    for (const place of ['my-work', 'calendar', 'metrics', 'guide', 'settings', 'releases']) {
        await page.evaluate((to) => { location.hash = to; }, `#/${place}`);
        await checkEverywhere(page, session, place);
    }
    await untilIdle(page);
});

test('names without a space, however long, do not let a view be pushed sideways', async (t) => {
    const page = await desk.open(t, { viewport: { width: 390, height: 844 } });
    const endless = 'Checkoutwithsavedcarts'.repeat(9);
    await createRelease(page, { product: endless, name: endless, person: endless });
    await letToastsGo(page);
    const address = await page.evaluate(() => location.hash.replace(/[^/]*$/, ''));
    for (const [width, section] of [[390, 'overview'], [390, 'checklist'], [1280, 'overview'], [1280, 'checklist']]) {
        await page.setViewportSize({ width, height: 844 });
        await page.evaluate((to) => { location.hash = to; }, address + section);
        await page.waitForFunction((wide) => document.querySelector('canvas').width === wide && window.releaseDesk.frames.idle, width);
        assert.deepEqual(await wrongPlaces(page), [], `${section}, ${width} wide`);
    }
});

test('at 400 % everything can be scrolled to, the next step too', async (t) => {
    const page = await desk.open(t, { viewport: { width: 320, height: 256 } });
    await createRelease(page);
    await page.getByRole('button', { name: 'Start preparing' }).click();
    await page.getByRole('button', { name: 'Start staging' }).waitFor();
    await letToastsGo(page);
    await eventually(() => page.evaluate(() => window.releaseDesk.frames.idle), true);
});
