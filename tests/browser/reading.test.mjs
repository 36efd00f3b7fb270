// Every view and dialog as a screen reader finds it: compared with what was read and found good (snapshots/), without a
// fault of any rule in all of them, in both themes.
//
// DESK_SNAPSHOTS=write writes the files anew; read what changed in them before keeping it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { walkScenes } from '../../scripts/lib/scenes.mjs';
import { violationsOf } from './lib/axe.mjs';
import { letToastsGo } from './lib/clock.mjs';
import { useDesk } from './lib/desk.mjs';
import { faultsOf, readingOf } from './lib/reading.mjs';

const desk = useDesk();
const folder = new URL('snapshots/', import.meta.url);
const writing = process.env.DESK_SNAPSHOTS === 'write';
const now = Date.parse('2026-11-25T12:51:00Z');

const known = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const withBars = new Set(['releases-empty', 'overview', 'releases-phone']);
const onPhones = new Set(['releases', 'readiness', 'decision', 'incident', 'history']); // laid out in another way there

// The first lines that are not as they were.
function differenceOf(name, before, now) {
    const [old, fresh] = [before.split('\n'), now.split('\n')];
    const at = fresh.findIndex((line, index) => line !== old[index]);
    return `${name}, line ${at + 1}, was\n${old.slice(at, at + 5).join('\n')}\nand is\n${fresh.slice(at, at + 5).join('\n')}`;
}

// The clock stands still unless a scene sets it forward, and every page draws its own row of numbers.
function standStill({ at, seed }) {
    window.clockAhead = 0;
    Date.now = () => at + window.clockAhead;
    let state = seed;
    crypto.getRandomValues = (bytes) => {
        for (let i = 0; i < bytes.length; ++i) {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            bytes[i] = state >>> 24;
        }
        return bytes;
    };
}

test('every view and dialog reads well, and no rule of axe is broken in any of them', async (t) => {
    const scenes = new Set();
    const wrong = [];
    let pages = 0;
    const open = async () => {
        const context = await desk.context(t, { colorScheme: 'light', timezoneId: 'Europe/Berlin', locale: 'en-GB' });
        await context.addInitScript(standStill, { at: now + pages * 60_000, seed: 1 + pages });
        ++pages;
        return desk.openIn(t, context);
    };
    const read = async (page, name) => {
        scenes.add(name);
        if (name !== 'toast') await letToastsGo(page);
        const reading = await readingOf(page, { shell: withBars.has(name) });
        const file = new URL(`${name}.aria.yml`, folder);
        if (writing) writeFileSync(file, reading);
        else if (reading !== known(file)) wrong.push(differenceOf(name, known(file), reading));
        for (const fault of await faultsOf(page)) wrong.push(`${name}: ${fault}`);
        for (const colorScheme of ['dark', 'light']) {
            await page.emulateMedia({ colorScheme });
            for (const violation of await violationsOf(page)) wrong.push(`${name}, ${colorScheme}: ${violation}`);
        }
    };
    const look = async (page, name) => {
        await read(page, name);
        if (!onPhones.has(name)) return;
        const size = page.viewportSize();
        await page.setViewportSize({ width: 390, height: 844 });
        await page.getByRole('navigation', { name: 'Places' }).waitFor();
        await read(page, `${name}-phone`);
        await page.setViewportSize(size);
    };
    if (writing) {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
    }
    await walkScenes(open, look, now);
    assert.deepEqual(wrong, []);
    assert.deepEqual(readdirSync(folder).sort(), [...scenes].map((name) => `${name}.aria.yml`).sort(), 'each scene has its file');
});
