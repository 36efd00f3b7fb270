// Takes pictures of the built site: `node scripts/screenshots.mjs SITE FOLDER [PATTERN]`.
// Every view and dialog (scripts/lib/scenes.mjs), or those whose name matches, in both themes and three widths, as
// FOLDER/NAME-THEME-WIDTH.png. Some show what releasectl has made: DESK_RELEASECTL, else build/native/bin/releasectl.
// Says on the way what is cut off, covered or out of reach there.
// docs/readiness-{light,dark,phone}.png are readiness-why-not-{light-1280,dark-1280,dark-390}.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumOptions } from './lib/chromium.mjs';
import { walkScenes } from './lib/scenes.mjs';
import { extremes } from './lib/scenes_of_extremes.mjs';
import { wrongPlaces } from '../tests/browser/lib/geometry.mjs';
import { serve } from './serve.mjs';

const [folder, target, pattern = ''] = process.argv.slice(2);
const opened = /^menu|-list$|^history-people$/; // menus and lists, which another layout closes
const sizes = [[900, 800], [390, 844], [1280, 800]]; // the walk goes on in the last one
const site = await serve(folder, { port: 0 });
const browser = await chromium.launch(chromiumOptions());
mkdirSync(target, { recursive: true });

async function open() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(site.url);
    await page.evaluate(() => window.releaseDesk.whole);
    return page;
}

// In the page: it has drawn what it has to at this width. A timer may still run, for a clock or for the next window.
const settled = (wide) => document.querySelector('canvas').width === wide && new Promise((resolve) => {
    const { drawn } = window.releaseDesk.frames;
    setTimeout(() => resolve(window.releaseDesk.frames.drawn === drawn), 250);
});

async function picture(page, name) {
    if (!new RegExp(pattern).test(name)) return;
    await page.mouse.move(0, 0);
    for (const [width, height] of opened.test(name) ? sizes.slice(-1) : sizes) {
        await page.setViewportSize({ width, height });
        for (const colorScheme of ['dark', 'light']) {
            await page.emulateMedia({ colorScheme });
            await page.waitForFunction(settled, width, { timeout: 20_000 });
            await page.screenshot({ path: `${target}/${name}-${colorScheme}-${width}.png` });
        }
        for (const problem of await wrongPlaces(page)) console.warn(`${name}, ${width} wide: ${problem}`);
    }
}

try {
    await walkScenes(open, picture);
    await extremes(open, picture, Date.now());
} finally {
    await browser.close();
    await site.close();
}
