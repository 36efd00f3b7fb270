// Release Desk in a real Chromium, for tests. One browser and one server a test file, one fresh context a page.
//
//   const desk = useDesk();
//   test('…', async (t) => {
//       const page = await desk.open(t);                  // all of the program is there
//       await page.getByRole('button', { name: 'New release' }).click();
//   });
//
// A page that complains on its console, throws, breaks its Content-Security-Policy or asks another host for anything
// fails its test.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../../scripts/lib/chromium.mjs';
import { headers, serve } from '../../../scripts/serve.mjs';

const patience = 10_000; // ms until what is waited for is missed
const harmless = /GPU stall due to ReadPixels|Service Worker registration blocked by Playwright/i;

// Tests read the clipboard, which the page may not.
const other = { 'Permissions-Policy': headers['Permissions-Policy'].replace('clipboard-read=()', 'clipboard-read=(self)') };

// Collects what a page must not do, in `page.complaints`. A test that provokes some says which: what `page.provoked`
// matches is not counted. Only a page that was made to fail, and has been left, is forgiven everything.
function watch(page, origin) {
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack}`));
    page.on('console', (message) => {
        const text = message.text();
        if (['error', 'warning'].includes(message.type()) && !harmless.test(text)) complaints.push(`console: ${text}`);
    });
    page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) complaints.push(`asked elsewhere: ${url}`);
    });
    return complaints;
}

// `asServed`: with the headers of production and nothing else. `pictures`: for who looks at what is drawn; the whole browser
// of the main journey (`asPeopleHaveIt`) draws as well.
export function useDesk({ asServed = false, asPeopleHaveIt = false, pictures = asPeopleHaveIt } = {}) {
    const desk = {};
    before(async () => {
        assert.ok(process.env.DESK_SITE, 'DESK_SITE names the folder of the built site');
        desk.site = await serve(process.env.DESK_SITE, { port: 0, other: asServed ? {} : other });
        desk.browser = await chromium.launch(chromiumOptions({ asPeopleHaveIt, pictures }));
    });
    after(async () => {
        await desk.browser?.close();
        await desk.site?.close();
    });

    // Without the service worker, which would answer before a test can: those about it allow it.
    desk.context = async (t, options = {}) => {
        // As small as the widest layout goes: the pictures are drawn without a graphics card.
        const context = await desk.browser.newContext({ viewport: { width: 1120, height: 600 }, serviceWorkers: 'block', ...options });
        context.setDefaultTimeout(patience);
        t.after(() => context.close());
        return context;
    };

    // A page of `context`, at an address of the app ("#/…"), without waiting for it to be ready.
    desk.visit = async (t, context, address = '') => {
        const page = await context.newPage();
        page.complaints = watch(page, desk.site.url);
        t.after(() => assert.deepEqual(page.complaints.filter((one) => !page.provoked?.test(one)), [],
            'the page has nothing to complain about'));
        await page.goto(desk.site.url + address);
        return page;
    };

    desk.openIn = async (t, context, address) => {
        const page = await desk.visit(t, context, address);
        await page.evaluate(() => window.releaseDesk.whole);
        return page;
    };

    desk.open = async (t, options, address) => desk.openIn(t, await desk.context(t, options), address);
    return desk;
}

export const frames = (page) => page.evaluate(() => window.releaseDesk.frames);

// Waits until nothing is to come: no animation frame, no timer for one.
export const untilIdle = (page) => page.waitForFunction(() => window.releaseDesk.frames.idle);

// The accessible name of what has the keyboard's focus.
export const focusedName = (page) => page.evaluate(() => {
    const element = document.activeElement;
    return element === document.body ? '' : element.getAttribute('aria-label') ?? element.textContent;
});

// Waits until `read` gives `wanted`; for what the browser does in its own time.
export async function eventually(read, wanted) {
    const until = Date.now() + patience;
    let last;
    do {
        last = await read();
        try {
            return assert.deepEqual(last, wanted);
        } catch {
            await new Promise((resolve) => { setTimeout(resolve, 20); });
        }
    } while (Date.now() < until);
    assert.deepEqual(last, wanted);
}
