// Fingers: taps, pans, long presses, pinches, and the soft keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, focusedName, useDesk } from './lib/desk.mjs';
import { wrongPlaces } from './lib/geometry.mjs';
import { createRelease, openNewRelease } from './lib/release.mjs';

const desk = useDesk();
const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 }, deviceScaleFactor: 2 };

async function touch(page, element) {
    const session = await page.context().newCDPSession(page);
    const box = await element.boundingBox();
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const send = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    const [start, move, end] = [() => send('touchStart', at), (to) => send('touchMove', to), () => send('touchEnd')];
    return { session, at, start, move, end };
}

async function swipe(page, element, by) {
    const { at, start, move, end } = await touch(page, element);
    await start();
    for (let step = 1; step <= 10; ++step) await move({ x: at.x, y: at.y + (by * step) / 10 });
    await end();
}

test('a tap presses a control and opens a text field for typing', async (t) => {
    const page = await desk.open(t, phone);
    await page.getByRole('button', { name: 'New release' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Patch' }).tap();
    assert.equal(await dialog.getByRole('radio', { name: 'Patch' }).isChecked(), true);
    const product = dialog.getByRole('textbox', { name: 'Product' });
    await product.tap();
    assert.equal(await focusedName(page), 'Product');
    await page.keyboard.type('Checkout');
    assert.equal(await product.inputValue(), 'Checkout');
    const asked = (name) => dialog.getByRole('textbox', { name, exact: true })
        .evaluate((element) => [element.enterKeyHint, element.getAttribute('autocapitalize')]);
    assert.deepEqual(await asked('Product'), ['done', null]);
    assert.deepEqual(await asked('Your name'), ['done', 'words'], 'a person has a capital');
    assert.deepEqual(await asked('Version'), ['done', 'off'], 'a version is kept as it is typed');
});

test('a finger that pans scrolls, and neither presses nor edits what it started on', async (t) => {
    const page = await desk.open(t, phone);
    await createRelease(page);
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.scrollIntoViewIfNeeded();
    const top = () => page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('#mirror .scrolls')].map((each) => each.scrollTop)));
    const before = await top();
    await swipe(page, name, -200);
    await page.waitForFunction((known) =>
        [...document.querySelectorAll('#mirror .scrolls')].some((each) => each.scrollTop > known + 50), before);
    assert.notEqual(await focusedName(page), 'Name');
    const ways = await page.evaluate(() => [...document.querySelectorAll('#mirror .scrolls')].map((each) => {
        const { overflowY, touchAction } = getComputedStyle(each);
        return `${overflowY} ${touchAction}`;
    }));
    assert.ok(ways.length > 0 && ways.every((way) => way === 'auto manipulation'), // pan in both directions, and pinch
        `the browser itself scrolls, so a flick runs on and stops as elsewhere: ${ways}`);
});

test('every control is large enough for a finger', async (t) => {
    const page = await desk.open(t, phone);
    const dialog = await openNewRelease(page);
    assert.deepEqual(await wrongPlaces(page, { target: 44 }), []);
    await dialog.getByRole('button', { name: 'Not now' }).tap();
    await createRelease(page);
    for (const section of ['Overview', 'Readiness', 'Checklist', 'Decision', 'Notes', 'Incident', 'Hand-off', 'History']) {
        await page.getByRole('button', { name: 'All sections' }).tap();
        const menu = page.getByRole('region', { name: 'All sections' });
        await menu.getByRole('button', { name: new RegExp(`^${section}`) }).tap();
        await menu.waitFor({ state: 'detached' });
        assert.deepEqual(await wrongPlaces(page, { target: 44 }), [], section);
    }
});

test('a long press offers the browser\'s own selection on words, and presses nothing', async (t) => {
    const page = await desk.open(t, phone);
    await createRelease(page);
    // What the browser asks when a finger rests: may words be selected here, and may it show its menu?
    const offers = (element) => element.evaluate((each) => [getComputedStyle(each).userSelect,
        each.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))]);
    assert.deepEqual(await offers(page.getByRole('heading', { level: 1 })), ['text', true]);
    const start = page.getByRole('button', { name: 'Start preparing' });
    assert.equal((await offers(start))[0], 'none');
    const finger = await touch(page, start);
    await finger.start();
    // The browser took it over.
    await finger.session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    assert.equal(await start.isVisible(), true, 'nothing was started');
});

test('two fingers magnify the page, which stays as it is and takes taps', async (t) => {
    const page = await desk.open(t, phone);
    assert.doesNotMatch(await page.locator('meta[name=viewport]').getAttribute('content'), /user-scalable|maximum-scale/);
    const size = () => page.locator('canvas').evaluate((canvas) => [canvas.clientWidth, canvas.clientHeight]);
    const before = await size();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await eventually(() => page.evaluate(() => visualViewport.scale), 2);
    assert.deepEqual(await size(), before, 'a pinch moves nothing');
    const ways = await page.evaluate(() => [...new Set([...document.querySelectorAll('#stage, #mirror *')]
        .map((each) => getComputedStyle(each).touchAction))]);
    assert.ok(ways.every((way) => /pinch-zoom|manipulation/.test(way)), `two fingers are the browser's everywhere: ${ways}`);
    const newRelease = await touch(page, page.getByRole('button', { name: 'New release' }).first());
    await newRelease.start();
    await newRelease.end();
    await page.getByRole('dialog', { name: 'New release' }).waitFor();
});

// Chromium and Firefox make the page smaller (interactive-widget in shell.html), Safari lays the keyboard over it.
test('the soft keyboard covers neither the field that is edited nor the docked next step', async (t) => {
    const page = await desk.open(t, phone);
    assert.match(await page.locator('meta[name=viewport]').getAttribute('content'), /interactive-widget=resizes-content/);
    await createRelease(page);
    const plan = page.getByRole('textbox', { name: 'Rollback plan' });
    const bottom = async (part) => { const box = await part.boundingBox(); return box.y + box.height; };
    const dock = page.getByRole('complementary', { name: 'Next step' });
    for (const keyboard of ['beside the page', 'over the page']) {
        const height = 500;
        await plan.tap();
        if (keyboard === 'beside the page') {
            await page.setViewportSize({ width: 390, height });
        } else {
            await page.evaluate((seen) => {
                Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => seen });
                visualViewport.dispatchEvent(new Event('resize'));
            }, height);
        }
        const shown = async () => await bottom(dock) <= height && await bottom(plan) <= (await dock.boundingBox()).y;
        await eventually(shown, true);
        assert.equal(await focusedName(page), 'Rollback plan', keyboard);
        await page.setViewportSize(phone.viewport);
        await page.evaluate(() => document.activeElement.blur());
    }
});
