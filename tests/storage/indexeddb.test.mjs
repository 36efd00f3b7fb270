// The contract of the stores on IndexedDB in a real Chromium, and what only a browser can put a store through.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../scripts/lib/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';

describe('An IndexedDB store', () => {
    let site;
    let browser;
    const folders = [];

    before(async () => {
        site = await serve(process.env.DESK_STORAGE_PAGE, { port: 0 });
        browser = await chromium.launch(chromiumOptions({ pictures: false }));
    });
    after(async () => {
        await browser.close();
        await site.close();
        for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    const ready = async (page) => {
        await page.goto(site.url);
        await page.waitForSelector('body[data-ready]', { state: 'attached' });
        return page;
    };
    const fresh = async () => {
        const context = await browser.newContext();
        return ready(await context.newPage());
    };
    // A browser with a folder of its own, which can be killed and started again.
    const persistent = async (folder) => {
        const context = await chromium.launchPersistentContext(folder, chromiumOptions({ pictures: false }));
        return { context, page: await ready(context.pages()[0] ?? (await context.newPage())) };
    };

    test('keeps the contract', async (t) => {
        const page = await fresh();
        const names = await page.evaluate(() => window.store.names);
        assert.ok(names.length > 15);
        for (const [place, name] of names.entries())
            await t.test(name, async () => {
                const wrong = await page.evaluate((chosen) => window.store.run(chosen), place);
                assert.equal(wrong, '');
            });
        await page.context().close();
    });

    test('tells other tabs, and they see each other', async () => {
        const first = await fresh();
        const second = await ready(await first.context().newPage());
        for (const page of [first, second]) {
            await page.evaluate(() => window.store.open('shared'));
            assert.equal(await page.evaluate(() => window.store.load()), '0 0 0');
        }
        assert.equal(await first.evaluate(() => window.store.append(1)), '');
        await second.waitForFunction(() => window.store.news.includes('rel_a'));
        assert.deepEqual(await first.evaluate(() => window.store.news), []);
        assert.equal(await second.evaluate(() => window.store.load()), '1 1 0');
        await first.context().close();
    });

    test('appends from two tabs at once are all stored', async () => {
        const first = await fresh();
        const second = await ready(await first.context().newPage());
        const run = (page, release) =>
            page.evaluate(async (chosen) => {
                window.store.open('crowd');
                for (let seq = 1; seq <= 50; seq += 1) {
                    const refusal = await window.store.append(seq, { release: seq % 2 ? chosen : 'rel_both' }).catch(String);
                    if (refusal && !refusal.includes('already stored')) return refusal;
                }
                return '';
            }, release);
        assert.deepEqual(await Promise.all([run(first, 'rel_1'), run(second, 'rel_2')]), ['', '']);
        const packs = (await first.evaluate(() => window.store.load())).split(' ')[1];
        assert.equal(packs, '75'); // 25 of each tab alone, and 25 that both have given with equal content
        await first.context().close();
    });

    test('gives way to a newer version in another tab, and says so', async () => {
        const page = await fresh();
        await page.evaluate(() => window.store.open('newer'));
        assert.equal(await page.evaluate(() => window.store.append(1)), '');
        await page.evaluate(
            () =>
                new Promise((resolve, reject) => {
                    const request = indexedDB.open('newer', 2);
                    request.onblocked = () => reject(new Error('blocked'));
                    request.onsuccess = () => resolve(request.result.close());
                }),
        );
        assert.deepEqual(await page.evaluate(() => window.store.news), ['']);
        assert.match(await page.evaluate(() => window.store.append(2)), /newer version/);
        assert.match(await page.evaluate(() => window.store.load()), /reload the page/);
        await page.context().close();
    });

    test('says that the browser has no room, keeps nothing of it, and takes it again when there is', async () => {
        const page = await fresh();
        const devtools = await page.context().newCDPSession(page);
        const origin = new URL(site.url).origin;
        // Before the first write: Chromium remembers for a while how much room there was.
        await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
        await page.evaluate(() => window.store.open('full'));
        assert.match(await page.evaluate(() => window.store.append(1, { size: 3_000_000 })), /no room left/);
        assert.equal(await page.evaluate(() => window.store.load()), '0 0 0');
        await devtools.send('Storage.overrideQuotaForOrigin', { origin });
        assert.equal(await page.evaluate(() => window.store.append(1, { size: 3_000_000 })), '');
        assert.equal(await page.evaluate(() => window.store.load()), '1 1 0');
        await page.context().close();
    });

    test('answers with a sentence where the browser refuses to store', async () => {
        const page = await fresh();
        const answers = await page.evaluate(async () => {
            IDBFactory.prototype.open = () => {
                throw new DOMException('The operation is insecure.', 'SecurityError');
            };
            window.store.open('refused');
            return [await window.store.load(), await window.store.append(1)];
        });
        for (const answer of answers) assert.match(answer, /does not let the page store data.*Export now/);
        await page.context().close();
    });

    test('loads the rest when the browser cannot read one record', async () => {
        const page = await fresh();
        const answers = await page.evaluate(async () => {
            window.store.open('unreadable');
            for (let seq = 1; seq <= 3; seq += 1) await window.store.append(1, { release: `rel_${seq}` });
            // A request that fails as one does whose record lies in a lost file: with an event, not with an exception.
            const failing = (real) => {
                const request = { error: new DOMException('Failed to read large IndexedDB value', 'NotReadableError') };
                real.onsuccess = () => request.onerror(new Event('error', { cancelable: true }));
                return request;
            };
            const { get, getAll } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.getAll = function (...given) {
                const real = getAll.apply(this, given);
                return this.name === 'packs' ? failing(real) : real;
            };
            IDBObjectStore.prototype.get = function (key) {
                const real = get.call(this, key);
                return key[0] === 'rel_2' ? failing(real) : real;
            };
            const damaged = await window.store.load();
            Object.assign(IDBObjectStore.prototype, { get, getAll });
            return [damaged, await window.store.load()];
        });
        assert.deepEqual(answers, ['2 2 1', '3 3 0']);
        await page.context().close();
    });

    test('says how safe the data is', async () => {
        const page = await fresh();
        await page.evaluate(() => window.store.open('safe'));
        assert.equal(await page.evaluate(() => window.store.append(1)), '');
        await page.waitForFunction(async () => ['persisted', 'evictable'].includes(await window.store.durability()));
        await page.context().close();
    });

    test('what was acknowledged is there after the page was closed, and after it crashed', async () => {
        const context = await browser.newContext();
        let last = 0;
        for (const end of ['close', 'crash']) {
            const page = await ready(await context.newPage());
            const acknowledged = [];
            await page.exposeFunction('acknowledge', (seq) => acknowledged.push(seq));
            await page.evaluate((from) => {
                window.store.open('ended');
                (async () => {
                    for (let seq = from + 1; ; seq += 1) {
                        if ((await window.store.append(seq)) !== '') return;
                        window.acknowledge(seq);
                    }
                })();
            }, last);
            while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
            if (end === 'close') await page.close();
            else {
                const devtools = await context.newCDPSession(page);
                const crashed = new Promise((resolve) => page.once('crash', resolve));
                devtools.send('Page.crash').catch(() => {});
                await crashed;
                await page.close();
            }
            const next = await ready(await context.newPage());
            await next.evaluate(() => window.store.open('ended'));
            const [ops, , quarantined] = (await next.evaluate(() => window.store.load())).split(' ').map(Number);
            assert.ok(ops >= acknowledged.at(-1), `${end}: ${ops} of ${acknowledged.at(-1)} ops`);
            assert.equal(quarantined, 0);
            last = ops;
            await next.close();
        }
        await context.close();
    });

    test('what was acknowledged is there after the browser was killed', async () => {
        const folder = await mkdtemp(join(tmpdir(), 'release-desk-'));
        folders.push(folder);
        const { context, page } = await persistent(folder);
        let last = 0;
        await page.exposeFunction('acknowledge', (seq) => {
            last = seq;
        });
        await page.evaluate(() => {
            window.store.open('killed');
            (async () => {
                for (let seq = 1; (await window.store.append(seq)) === ''; seq += 1) window.acknowledge(seq);
            })();
        });
        while (last < 30) await new Promise((resolve) => setTimeout(resolve, 10));
        const devtools = await context.browser().newBrowserCDPSession();
        const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
        const gone = new Promise((resolve) => context.once('close', resolve));
        process.kill(processInfo.find((info) => info.type === 'browser').id, 'SIGKILL');
        await gone;
        await rm(join(folder, 'SingletonLock'), { force: true });

        const again = await persistent(folder);
        await again.page.evaluate(() => window.store.open('killed'));
        const [ops] = (await again.page.evaluate(() => window.store.load())).split(' ').map(Number);
        assert.ok(ops >= last, `${ops} of ${last} ops`);
        await again.context.close();
    });
});
