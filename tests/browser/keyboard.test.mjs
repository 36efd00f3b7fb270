// No pointer anywhere: a whole release by keys alone, no trap, the palette, the list of keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { journey } from '../cli/lib/walk.mjs';
import { assertAccessible } from './lib/axe.mjs';
import { letToastsGo } from './lib/clock.mjs';
import { eventually, focusedName, untilIdle, useDesk } from './lib/desk.mjs';
import { assertFocus, byKeys, choose, focusPassed, recordFocus } from './lib/keys.mjs';
import { createRelease } from './lib/release.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const sections = ['Overview', 'Readiness', 'Checklist', 'Decision', 'Notes', 'Incident', 'Hand-off', 'History'];

class KeyWalk extends Walk {
    constructor(page, manager) {
        super(byKeys(page), manager);
        this.real = page;
    }

    // The keys 1 to 8, from wherever the focus is but in a text.
    async section(name) {
        const { keyboard } = this.real;
        if (await this.real.evaluate(() => document.activeElement.matches('input[type=text], textarea'))) await keyboard.press('Tab');
        const tab = this.real.getByRole('tab', { name: new RegExp(`^${name}`) });
        const before = await tab.getAttribute('aria-selected') === 'true';
        await keyboard.press(String(sections.indexOf(name) + 1));
        assert.equal(await tab.getAttribute('aria-selected'), 'true', `${name} is shown`);
        if (!before) assert.equal(await focusedName(this.real), await tab.textContent(), 'the focus is never on what is gone');
    }

    // Somebody else sits down: to the settings by two keys, back by the palette.
    async become(name) {
        if (name === this.me) return;
        this.me = name;
        const { keyboard } = this.real;
        if (await this.real.evaluate(() => document.activeElement.matches('input[type=text], textarea'))) await keyboard.press('Tab');
        await keyboard.press('g');
        await keyboard.press('s');
        const box = this.page.getByRole('textbox', { name: 'Your name' });
        await box.fill(name);
        await box.press('Enter');
        await choose(this.real, 'checkout 4.2', 'Checkout 4.2.0');
        await this.real.getByRole('tablist', { name: 'Sections' }).waitFor();
    }

    // The next phase by its name: the palette knows it in every section.
    async advance({ to }) {
        const act = { preparing: 'Start preparing', staging: 'Start staging', deciding: 'Start deciding', approved: 'Record go',
            deploying: 'Start deploying', monitoring: 'Start monitoring', stable: 'Confirm stable' }[to];
        await choose(this.real, act);
        await this.isIn(to);
        await assertFocus(this.real);
    }
}

test('a Minor release goes from Draft to Stable without a pointer', async (t) => {
    const plan = journey('minor-release');
    const page = await desk.open(t);
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
        await page.evaluate((name) => addEventListener(name, () => { window.pointed = true; }, true), type);
    }
    const walk = new KeyWalk(page, plan.manager);
    await page.keyboard.press('n');
    await walk.create(plan.release, true);
    for (const step of plan.steps) {
        await walk.take(step);
        await assertFocus(page);
    }
    await walk.isIn('stable');
    await walk.saved();
    assert.equal(await page.evaluate(() => window.pointed), undefined);
});

test('in every view Tab comes through all and out at the end, and back the same way', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    // The ids of all stops, in the order of that key: from the end of the page, where nothing has the focus, to the end.
    const stopsOf = async (key) => {
        await page.evaluate(() => { window.passed = []; });
        for (let i = 0; i < 30; ++i) {
            for (let k = 0; k < 10; ++k) await page.keyboard.press(key);
            const passed = await page.evaluate(() => window.passed);
            const from = passed.indexOf(null);
            const to = passed.indexOf(null, from + 1);
            if (to > 0) return passed.slice(from + 1, to);
        }
        return assert.fail(`no end after 300 times ${key}`);
    };
    await page.evaluate(() => {
        addEventListener('focusin', (event) => window.passed.push(event.target.id), true);
        addEventListener('focusout', (event) => { if (!event.relatedTarget) window.passed.push(null); }, true);
    });
    for (const view of ['1', '2', '3', '4', '5', '6', '7', '8', 'gr', 'gm', 'gc', 'gt', 'gu', 'gs']) {
        for (const key of view) await page.keyboard.press(key);
        await letToastsGo(page);
        await untilIdle(page);
        const there = await stopsOf('Tab');
        const back = await stopsOf('Shift+Tab');
        assert.ok(there.length > 5, `${view} has stops`);
        assert.equal(new Set(there).size, there.length, `${view}: each once`);
        assert.deepEqual(back.reverse(), there, view);
        if (view === '8') await page.keyboard.press('1');
    }
});

test('a section shown by its key has the focus on its tab, which nothing else gets on the way', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    for (const [width, role, now] of [[1120, 'tab', 'Overview'], [400, 'button', 'All sections']]) {
        await page.setViewportSize({ width, height: 600 });
        await page.getByRole(role, { name: now }).waitFor();
        await page.keyboard.press('5');
        await page.getByRole('button', { name: 'Copy as Markdown' }).focus();
        await recordFocus(page);
        await page.keyboard.press('1');
        assert.deepEqual(await focusPassed(page), ['Copy as Markdown', now]);
    }
});

test('the palette is an editable combobox: it opens over everything, backs out by Escape, and gives the focus back', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const opener = page.getByRole('button', { name: 'Search', exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.waitFor();
    await eventually(() => focusedName(page), 'Search');
    assert.equal(await field.getAttribute('aria-expanded'), 'true');
    assert.equal(await field.getAttribute('aria-autocomplete'), 'list');
    await assertAccessible(page, 'the palette');
    const marked = () => page.evaluate(() => {
        const active = document.activeElement;
        const option = document.getElementById(active.getAttribute('aria-activedescendant'));
        return document.getElementById(active.getAttribute('aria-controls')).contains(option) && option.textContent;
    });
    await page.keyboard.type('calen');
    assert.equal(await marked(), 'Calendar');
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await marked(), 'Calendar');
    await page.keyboard.press('ArrowUp');
    assert.equal(await marked(), 'Calendar');
    assert.equal(await focusedName(page), 'Search', 'the focus stays in the field');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await eventually(() => focusedName(page), 'Search');
    assert.match(page.url(), /overview$/);
    await choose(page, 'grosse calen'.slice(7), 'Calendar');
    assert.match(page.url(), /calendar$/);
    await page.keyboard.press('/');
    await field.waitFor();
    assert.equal(await field.inputValue(), '', 'the key itself is not written');
    await page.keyboard.press('Control+k');
    await field.waitFor({ state: 'detached' });
});

test('the list of keys is the one that the documentation shows', async (t) => {
    const page = await desk.open(t);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Which keys are there?' });
    await dialog.waitFor();
    await assertAccessible(page, 'the list of keys');
    const shown = await dialog.getByRole('listitem').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    const documented = [...readFileSync(new URL('../../docs/keyboard.md', import.meta.url), 'utf8').matchAll(/^\| ([^*|-][^|]*) \| ([^|]+) \|$/gm)]
        .map(([, keys, words]) => `${keys}: ${words}`).slice(1);
    assert.deepEqual(shown, documented);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
});

test('keys leave texts, the browser and open dialogs alone', async (t) => {
    const page = await desk.open(t);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: 'New release' });
    await dialog.getByRole('textbox', { name: /^Product/ }).focus();
    await page.keyboard.type('n?/e');
    assert.equal(await dialog.getByRole('textbox', { name: /^Product/ }).inputValue(), 'n?/e');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('n');
    assert.equal(await dialog.getByRole('textbox', { name: /^Product/ }).inputValue(), 'n?/e', 'Escape loses nothing that was written');
    await dialog.getByRole('button', { name: 'Not now' }).press('Enter');
    const prevented = await page.evaluate(() => ['t', 'w', 'l', 'r', 'f', 'p'].filter((key) => {
        const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, ctrlKey: true, bubbles: true, cancelable: true });
        return !document.body.dispatchEvent(event);
    }));
    assert.deepEqual(prevented, [], 'with Ctrl the browser has its keys');
});

test('a menu opened by pointer shows no ring, and one opened by key does; the focus is in it both times', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const more = page.getByRole('button', { name: 'More actions', exact: true });
    for (const open of [() => more.click(), async () => { await more.focus(); await page.keyboard.press('Enter'); }]) {
        await open();
        await eventually(() => focusedName(page), 'Copy link');
        await page.keyboard.press('Escape');
        await eventually(() => focusedName(page), 'More actions');
    }
});
