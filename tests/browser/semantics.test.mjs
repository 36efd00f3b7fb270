// What the canvas shows also exists as an accessible tree: roles, names, states, order and focus (SEMANTICS).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './lib/axe.mjs';
import { eventually, focusedName, useDesk } from './lib/desk.mjs';
import { createRelease, openNewRelease, openSection } from './lib/release.mjs';

const desk = useDesk();
const inert = (locator) => locator.evaluate((element) => element.closest('[inert]') !== null);

test('no rule of axe is broken, on any page of a release', async (t) => {
    const page = await desk.open(t);
    await assertAccessible(page, 'without releases');
    await openNewRelease(page);
    await assertAccessible(page, 'the dialog for a new release');
    await page.getByRole('button', { name: 'Not now' }).click();
    await createRelease(page);
    for (const section of ['Overview', 'Readiness', 'Checklist', 'Decision', 'Notes']) {
        await openSection(page, section);
        await assertAccessible(page, section);
    }
    await page.getByRole('navigation').getByRole('link', { name: 'Releases' }).click();
    await page.getByRole('heading', { level: 1, name: 'Releases' }).waitFor();
    await assertAccessible(page, 'with a release');
});

test('the page has landmarks, one heading of level 1, and tells where one is', async (t) => {
    const page = await desk.open(t);
    assert.equal(await page.getByRole('banner').count(), 1);
    assert.equal(await page.getByRole('main').count(), 1);
    const places = page.getByRole('navigation', { name: 'Places' });
    assert.equal(await places.getByRole('link', { name: 'Releases' }).getAttribute('aria-current'), 'page');
    assert.deepEqual(await places.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent)),
        ['Releases', 'My work', 'Calendar', 'Metrics', 'Guide']);
    for (const name of ['Calendar', 'Metrics', 'Guide', 'My work']) {
        await places.getByRole('link', { name }).click();
        await page.getByRole('heading', { level: 1, name: name === 'Guide' ? /^OctoAcme guide/ : name }).waitFor();
        assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
        assert.equal(await places.getByRole('link', { name }).getAttribute('aria-current'), 'page');
        assert.equal(await page.title(), `${name} · OctoAcme Release Desk`);
    }
    assert.equal(await places.getByRole('link', { name: 'Releases' }).getAttribute('aria-current'), null);
});

test('a dialog takes the focus, makes the rest inert, and gives the focus back', async (t) => {
    const page = await desk.open(t);
    const opener = page.getByRole('button', { name: 'New release' });
    const main = page.locator('#mirror main');
    for (const close of [
        (dialog) => dialog.getByRole('button', { name: 'Not now' }).click(),
        () => page.keyboard.press('Escape'),
    ]) {
        await opener.click();
        const dialog = page.getByRole('dialog', { name: 'New release' });
        await dialog.waitFor();
        assert.equal(await dialog.getAttribute('aria-modal'), 'true');
        assert.equal(await dialog.evaluate((element) => element.contains(document.activeElement)), true);
        assert.equal(await inert(main), true);
        await close(dialog);
        await dialog.waitFor({ state: 'detached' });
        assert.equal(await inert(main), false);
        await eventually(() => focusedName(page), 'New release');
    }
});

test('after the page changed under it the focus is on the new heading, not lost', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    await eventually(() => focusedName(page), 'Checkout 0.1.0');
});

test('after the keyboard led to another view the focus is on its heading, and Tab goes on from there', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const go = async (link, key = 'Enter') => {
        await link.focus();
        await page.keyboard.press(key);
    };
    const places = page.getByRole('navigation', { name: 'Places' });
    await go(page.getByRole('banner').getByRole('button', { name: /: settings$/ }));
    await eventually(() => focusedName(page), 'Settings');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
    await page.keyboard.press('Tab');
    assert.equal(await focusedName(page), 'Your name');

    await go(places.getByRole('link', { name: 'Releases' }));
    await eventually(() => page.evaluate(() => document.activeElement.localName), 'h1');
    assert.equal(await focusedName(page), 'Releases');
    await go(page.getByRole('main').getByRole('link', { name: /^Checkout 0\.1\.0/ }));
    await eventually(() => focusedName(page), 'Checkout 0.1.0');
    await page.keyboard.press('Tab');
    assert.equal(await focusedName(page), 'Export');

    await page.goBack();
    await eventually(() => focusedName(page), 'Releases');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
});

test('tabs are one stop of the Tab key, with arrows between them', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const tab = (name) => page.getByRole('tab', { name });
    await tab(/^Overview/).focus();
    await page.keyboard.press('ArrowRight');
    assert.match(await focusedName(page), /^Readiness/);
    assert.equal(await tab(/^Overview/).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Enter');
    assert.equal(await tab(/^Readiness/).getAttribute('aria-selected'), 'true');
    assert.match(await focusedName(page), /^Readiness/);
    await page.keyboard.press('End');
    const last = page.getByRole('tab').last();
    assert.equal(await last.evaluate((element) => element === document.activeElement), true, 'End goes to the last tab');
    assert.equal(await last.getAttribute('tabindex'), '-1');
});

test('a list of options opens from its box, by keyboard, and gives the focus back', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const box = page.getByRole('combobox', { name: 'Type' });
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    await box.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    await eventually(() => focusedName(page), 'Minor');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedName(page), 'Major');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await eventually(() => focusedName(page), 'Type');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await eventually(() => focusedName(page), 'Type');
});

test('ticking an item by keyboard keeps the focus on it', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    await page.getByRole('button', { name: 'Start preparing' }).click();
    await openSection(page, 'Checklist');
    const first = page.getByRole('checkbox').first();
    await first.focus();
    const name = await focusedName(page);
    await page.keyboard.press('Space');
    await eventually(() => focusedName(page), name);
});

test('what happens is told in a live region', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    await page.getByRole('status').getByText('Checkout 0.1.0 created').waitFor();
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
});

test('every control that is shown lies where the canvas shows it, and has a name', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const wrong = await page.evaluate(() => {
        const bad = [];
        for (const element of document.querySelectorAll('#mirror :is(button, a, input, textarea)')) {
            const box = element.getBoundingClientRect();
            const name = element.getAttribute('aria-label') || element.textContent;
            if (!name || box.width < 8 || box.height < 8 || box.left < 0 || box.right > innerWidth) bad.push(element.outerHTML);
        }
        return bad;
    });
    assert.deepEqual(wrong, []);
});
