// The page starts without a word of complaint, and where it cannot it says what is wrong and what to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useDesk } from './lib/desk.mjs';
import { pixelsOf } from './lib/pixels.mjs';

const desk = useDesk({ pictures: true });

// A page that is expected to fail: what the browser says about it is part of that.
async function failing(t, prepare, options) {
    const context = await desk.context(t, options);
    await prepare(context);
    const page = await desk.visit(t, context);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Reload the page' }).waitFor();
    page.complaints.length = 0;
    return page;
}

const title = (page) => page.getByRole('heading', { level: 1 }).textContent();

test('it opens with one heading of level 1, a main part and no loading note left', async (t) => {
    const page = await desk.open(t);
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    assert.equal(await page.getByRole('main').count(), 1);
    assert.equal(await page.getByText('Opening Release Desk').count(), 0);
    assert.ok(await page.title(), 'the page has a title');
});

test('it may be zoomed, has a language, and hides the canvas from assistive tools', async (t) => {
    const page = await desk.open(t);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    const viewport = await page.locator('meta[name=viewport]').getAttribute('content');
    assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
    assert.equal(await page.locator('canvas').getAttribute('aria-hidden'), 'true');
});

test('a browser without WebGL2 is told so', async (t) => {
    const page = await failing(t, (context) => context.addInitScript(() => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
            return kind === 'webgl2' ? null : get.call(this, kind, ...more);
        };
    }));
    assert.equal(await title(page), 'This browser cannot draw Release Desk');
    await page.getByText('hardware acceleration').waitFor();
});

test('a browser without WebAssembly is told so', async (t) => {
    const page = await failing(t, (context) => context.addInitScript(() => { delete window.WebAssembly; }));
    assert.equal(await title(page), 'This browser cannot run Release Desk');
});

test('a part that does not arrive is told', async (t) => {
    const page = await failing(t, (context) => context.route('**/release-desk.wasm', (route) => route.abort()));
    assert.equal(await title(page), 'Release Desk could not be loaded');
    await page.getByText('Check the connection').waitFor();
});

test('without JavaScript the page says that it needs it', async (t) => {
    const context = await desk.context(t, { javaScriptEnabled: false });
    const page = await desk.visit(t, context);
    // Only a browser whose user switched it off renders the element; this one just does not run scripts.
    assert.match(await page.locator('noscript').textContent(), /JavaScript is switched off. Allow JavaScript/);
});

test('the graphics context may be lost and comes back with the same picture', async (t) => {
    const page = await desk.open(t);
    const idle = () => page.waitForFunction(() => window.releaseDesk.frames.idle);
    await idle();
    const before = await page.screenshot();
    assert.ok(pixelsOf(before).size > 10, 'there is a picture');
    await page.evaluate(() => {
        window.loseContext = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        const lost = new Promise((resolve) => {
            document.querySelector('canvas').addEventListener('webglcontextlost', resolve, { once: true });
        });
        window.loseContext.loseContext();
        return lost;
    });
    await page.evaluate(() => {
        const restored = new Promise((resolve) => {
            document.querySelector('canvas').addEventListener('webglcontextrestored', resolve, { once: true });
        });
        window.loseContext.restoreContext();
        return restored;
    });
    await idle();
    assert.ok(before.equals(await page.screenshot()), 'the picture is the one from before');
    page.provoked = /^console: .*CONTEXT_LOST_WEBGL/;
});

for (const deviceScaleFactor of [1, 1.5, 2]) {
    test(`the picture has as many pixels as a screen of ratio ${deviceScaleFactor}`, async (t) => {
        const page = await desk.open(t, { deviceScaleFactor, viewport: { width: 800, height: 600 } });
        const size = await page.locator('canvas').evaluate(({ width, height }) => [width, height]);
        assert.deepEqual(size, [800 * deviceScaleFactor, 600 * deviceScaleFactor]);
    });
}

test('the picture follows the window and the zoom', async (t) => {
    const page = await desk.open(t);
    await page.setViewportSize({ width: 500, height: 400 });
    await page.waitForFunction(() => document.querySelector('canvas').width === 500);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', { width: 500, height: 400, deviceScaleFactor: 2, mobile: false });
    await page.mouse.move(200, 200); // emulation tells no event of the new ratio: the next frame sees it
    await page.waitForFunction(() => document.querySelector('canvas').width === 1000);
});
