// Release Desk in another engine than Chromium, for tests. One server, one display and one engine a test file.
//
//   const desk = useEngine(Firefox);
//   test('…', async (t) => { const page = await desk.open(t); … });      // a new, empty profile; all of the program is there
//
// A page that complains on its console, throws or breaks its Content-Security-Policy fails its test.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { serve } from '../../../scripts/serve.mjs';
import { Display } from '../../native/lib/display.mjs';
import { Page } from './page.mjs';

// As small as the widest layout goes: the pictures are drawn without a graphics card.
const size = { width: 1120, height: 480 };

export function useEngine(Engine) {
    const desk = {};
    const endings = [];
    before(async () => {
        assert.ok(process.env.DESK_SITE, 'DESK_SITE names the folder of the built site');
        desk.site = await serve(process.env.DESK_SITE, { port: 0 });
        const folder = mkdtempSync(join(tmpdir(), 'desk-engine-'));
        endings.push(() => rmSync(folder, { recursive: true, force: true }), () => desk.site.close());
        desk.display = await Display.open({ after: (end) => endings.push(end) });
        // Nothing here looks at pixels: Mesa colours none (scripts/lib/chromium.mjs).
        desk.engine = await Engine.start({ ...desk.display.env, GALLIUM_NOOP: '1' }, folder);
        endings.push(() => desk.engine.close());
    });
    after(async () => { for (const end of endings.reverse()) await end(); });

    desk.open = async (t) => {
        const tab = await desk.engine.open(desk.site.url, size);
        t.after(async () => {
            await tab.close();
            assert.deepEqual(tab.complaints, [], 'the page has nothing to complain about');
        });
        const page = new Page(tab);
        await page.evaluate(() => window.releaseDesk.whole.then(() => {}));
        return page;
    };
    return desk;
}
