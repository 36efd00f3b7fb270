// What the person set in the system: contrast, colours of their own, less motion. The canvas is a picture to the browser, so
// the program has to follow by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, frames, untilIdle, useDesk } from './lib/desk.mjs';
import { pixelsOf } from './lib/pixels.mjs';
import { openNewRelease } from './lib/release.mjs';

const desk = useDesk({ pictures: true });
const asHex = ([red, green, blue]) => `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;

// The colour that a system colour of CSS has here.
const systemColour = (page, name) => page.evaluate((wanted) => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.cssText = `forced-color-adjust: none; color: ${wanted}`;
    const numbers = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    probe.remove();
    return numbers;
}, name).then(asHex);

// All colours that are drawn where an element lies.
async function coloursOf(page, locator) {
    await untilIdle(page);
    return pixelsOf(await page.screenshot({ clip: await locator.boundingBox() }));
}

// The colour of the page around the canvas, which follows with the next picture.
const background = (page) => page.evaluate(() => document.querySelector('meta[name=theme-color]').content);
const newRelease = (page) => page.getByRole('button', { name: 'New release' });

test('more contrast in the system gives the themes of high contrast, at once, in light and dark', async (t) => {
    const page = await desk.open(t, { colorScheme: 'light', contrast: 'no-preference' });
    await eventually(() => background(page), '#f5f6f8');
    const expected = { light: { edge: '#000000', fill: '#1b2a9e' }, dark: { edge: '#ffffff', fill: '#b3c0ff' } };
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, contrast: 'more' });
        await eventually(() => background(page), colorScheme === 'light' ? '#ffffff' : '#000000');
        assert.ok((await coloursOf(page, newRelease(page))).has(expected[colorScheme].fill));
        assert.ok((await coloursOf(page, page.getByRole('button', { name: 'Import' }))).has(expected[colorScheme].edge));
    }
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await eventually(() => background(page), '#f5f6f8');
});

// What the page without the program shows: of itself, its card, its text, its button.
const staticColours = (page) => page.getByRole('button', { name: 'Reload the page' }).evaluate((button) => {
    const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
    return [of('body', 'backgroundColor'), of('#failure > div', 'backgroundColor'), of('#failure h1', 'color'), getComputedStyle(button).backgroundColor];
});
const black = 'rgb(0, 0, 0)', white = 'rgb(255, 255, 255)';

test('contrast can be chosen apart from light and dark, and stays chosen, also where the program cannot go on or start', async (t) => {
    const page = await desk.open(t, { colorScheme: 'light', contrast: 'no-preference' }, '#/settings');
    const choice = (name, option) => page.getByRole('radiogroup', { name }).getByRole('radio', { name: option });
    const fail = () => page.evaluate(() => { reportError(new WebAssembly.RuntimeError('unreachable')); });
    await choice('Contrast', 'High').click();
    await eventually(() => background(page), '#ffffff');
    await choice('Theme', 'Dark').click();
    await eventually(() => background(page), '#000000');
    await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
    await fail();
    const chosen = [black, black, white, 'rgb(179, 192, 255)'];
    assert.deepEqual(await staticColours(page), chosen, 'while it ran');
    await page.context().route('**/release-desk.wasm', (route) => route.abort());
    await page.reload();
    assert.deepEqual(await staticColours(page), chosen, 'before it starts');
    await page.context().unrouteAll();
    await page.addInitScript(() => {
        window.backgrounds = [];
        new MutationObserver(() => { window.backgrounds.push(document.querySelector('meta[name=theme-color]').content); })
            .observe(document, { attributeFilter: ['content'], subtree: true });
    });
    await page.reload();
    await page.getByRole('radio', { name: 'High', exact: true, checked: true }).waitFor();
    assert.deepEqual(await page.evaluate(() => window.backgrounds), ['#000000'], 'so from the first picture on');
    assert.equal(await choice('Theme', 'Dark').isChecked(), true);

    // What is not chosen any more is that of the system.
    await choice('Theme', 'System').click();
    await choice('Contrast', 'Standard').click();
    await eventually(() => background(page), '#f5f6f8');
    await fail();
    const standard = {
        light: ['rgb(245, 246, 248)', white, 'rgb(26, 32, 43)', 'rgb(63, 81, 201)'],
        dark: ['rgb(15, 18, 22)', 'rgb(22, 26, 32)', 'rgb(231, 234, 239)', 'rgb(149, 164, 255)'],
    };
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, contrast: 'more' });
        assert.deepEqual(await staticColours(page), standard[colorScheme], colorScheme);
    }
    page.complaints.length = 0; // it was made to fail
});

test('where the system gives the colours, these are drawn and no others, and the choice of a theme waits', async (t) => {
    const page = await desk.open(t, { colorScheme: 'dark', forcedColors: 'active' }, '#/settings');
    const places = page.getByRole('navigation', { name: 'Places' });
    await page.getByText('Your system gives all colours now', { exact: false }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Use the / }).count(), 0);
    await places.getByRole('link', { name: 'Releases' }).click();
    for (const colorScheme of ['dark', 'light']) {
        await page.emulateMedia({ colorScheme, forcedColors: 'active' });
        const named = {};
        for (const name of ['Canvas', 'CanvasText', 'ButtonText', 'Highlight']) named[name] = await systemColour(page, name);
        await eventually(() => background(page), named.Canvas);
        const primary = await coloursOf(page, newRelease(page));
        assert.ok(primary.has(named.Highlight), `the first button is filled with Highlight, ${named.Highlight}`);
        const secondary = await coloursOf(page, page.getByRole('button', { name: 'Import' }));
        assert.ok(secondary.has(named.Canvas) && secondary.has(named.ButtonText), 'the others have an edge of ButtonText on Canvas');
        const title = await coloursOf(page, page.getByRole('heading', { level: 1, name: 'Releases' }));
        assert.ok(title.has(named.Canvas) && title.has(named.CanvasText), 'a title is CanvasText on Canvas');
        assert.ok(!title.has('#f5f6f8') && !title.has('#0f1216'), 'nothing of the themes of the app is left');
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    assert.ok((await coloursOf(page, newRelease(page))).has('#3f51c9'));
    await page.getByRole('button', { name: 'Use the dark theme' }).waitFor();
});

test('the page that cannot start can be read and pressed in forced colours too', async (t) => {
    const context = await desk.context(t, { forcedColors: 'active' });
    await context.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    const page = await desk.visit(t, context);
    const reload = page.getByRole('button', { name: 'Reload the page' });
    await reload.waitFor();
    const look = await reload.evaluate((element) => {
        const { borderTopColor, borderTopStyle, color, backgroundColor } = getComputedStyle(element);
        return { borderTopColor, borderTopStyle, color, backgroundColor };
    });
    assert.equal(look.borderTopStyle, 'solid');
    assert.notEqual(look.borderTopColor, look.backgroundColor, 'the edge of the button can be seen');
    assert.notEqual(look.color, look.backgroundColor);
    page.complaints.length = 0; // it says on the console, too, why it could not start
});

test('nothing moves: what opens is there in its first picture, whether motion is reduced or not', async (t) => {
    for (const reducedMotion of ['no-preference', 'reduce']) {
        const page = await desk.open(t, { reducedMotion });
        await untilIdle(page);
        const before = await frames(page);
        await openNewRelease(page).then((dialog) => dialog.waitFor());
        await untilIdle(page);
        const after = await frames(page);
        // Three pictures follow an event: here the press, the release and the moved focus. Something that fades has ten.
        assert.ok(after.drawn - before.drawn <= 9, `${after.drawn - before.drawn} pictures`);
        const moving = await page.evaluate(() => document.getAnimations().length);
        assert.equal(moving, 0);
    }
});
