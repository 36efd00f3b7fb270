// What people do on every page, with the engine's own keys, pointer and wheel.
import assert from 'node:assert/strict';
import { letToastsGo } from '../lib/clock.mjs';
import { eventually, focusedName } from '../lib/desk.mjs';
import { assertQuiet } from '../lib/quiet.mjs';
import { openSection, untilSaved } from '../lib/release.mjs';

// What people and tools name; the other roles have no name of their own.
const named = ['banner', 'main', 'navigation', 'complementary', 'region', 'heading', 'button', 'link', 'tab', 'tablist', 'checkbox',
    'radio', 'textbox', 'combobox', 'list', 'dialog', 'group', 'status'];

// `deadKey`: presses an acute accent and then e, on the keyboard of the machine, where the engine's input method hears of it.
export async function everyday(t, page, { deadKey } = {}) {
    const field = (name) => page.getByRole('textbox', { name, exact: true });

    await t.test('a release is made by keyboard alone, by people of any name', async () => {
        await page.getByRole('button', { name: 'New release' }).click();
        await eventually(() => focusedName(page), 'Your name');
        assert.deepEqual(await page.misnamed(named), [], 'the engine\'s accessibility knows each element by the same role and name');
        await page.keyboard.type('Zoë 李 🚀');
        assert.equal(await field('Your name').inputValue(), 'Zoë 李 🚀');
        await page.keyboard.press('Tab');
        await page.keyboard.type('支払い é');
        await page.keyboard.press('Tab');
        assert.equal(await focusedName(page), 'Minor');
        await page.keyboard.press('ArrowRight');
        assert.equal(await page.getByRole('radio', { name: 'Major' }).isChecked(), true);
        for (const name of ['Version', 'Name', 'Not now', 'Create release']) {
            await page.keyboard.press('Tab');
            assert.equal(await focusedName(page), name);
        }
        await page.keyboard.press(' ');
        await page.getByRole('heading', { level: 1, name: '支払い é 0.1.0' }).waitFor();
        await page.getByRole('banner').getByRole('button', { name: /^Zoë 李 🚀/ }).waitFor();
        assert.deepEqual(await page.misnamed(named), []);
    });

    await t.test('the wheel scrolls what it is over, and the view follows', async () => {
        const last = page.getByRole('checkbox', { name: /^First release/ });
        await page.getByRole('heading', { name: 'Facts' }).hover();
        const start = await last.top();
        await page.mouse.wheel(0, 2000);
        await eventually(async () => await last.top() < start, true);
        await last.untilStill(); // the engine scrolls smoothly
        await last.check();
    });

    await t.test('texts of several lines are typed, copied and pasted', async () => {
        const plan = field('Rollback plan');
        await plan.fill('1. Stop\n2. Deploy 🚀');
        assert.equal(await plan.inputValue(), '1. Stop\n2. Deploy 🚀');
        await plan.press('Control+a');
        await plan.press('Control+c');
        await field('Name').click();
        await page.keyboard.press('Control+v');
        await eventually(() => field('Name').inputValue(), '1. Stop 2. Deploy 🚀');
    });

    await t.test('two keys that make one letter are one, in the field and in the view', { skip: deadKey ? false : 'keys of the machine do not reach this engine' }, async () => {
        await field('Name').fill('Caf');
        deadKey();
        await eventually(() => field('Name').inputValue(), 'Café');
        await page.keyboard.press('Tab');
        await page.getByText('Café', { exact: true }).waitFor();
    });

    await t.test('back and forward walk through what was shown', async () => {
        await openSection(page, 'Checklist');
        await page.goBack();
        await page.getByRole('tab', { name: /^Overview/, selected: true }).waitFor();
        await page.goForward();
        await page.getByRole('tab', { name: /^Checklist/, selected: true }).waitFor();
    });

    await t.test('nothing is drawn while a field waits for typing', async () => {
        await openSection(page, 'Overview');
        await field('Name').click();
        await untilSaved(page);
        await letToastsGo(page);
        await assertQuiet(page, 1000);
    });
}
