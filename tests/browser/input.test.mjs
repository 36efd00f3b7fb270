// Keyboard, pointer and the clipboard reach the view as they would reach a page of plain elements. Fingers: touch.test.mjs;
// scripts, input methods, selections: text.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, focusedName, useDesk } from './lib/desk.mjs';
import { createRelease, openNewRelease, openSection } from './lib/release.mjs';

const desk = useDesk();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const selected = (field) => field.evaluate((element) =>
    element.value.slice(element.selectionStart, element.selectionEnd));

async function productField(t, options) {
    const page = await desk.open(t, options);
    const dialog = await openNewRelease(page);
    return { page, dialog, product: dialog.getByRole('textbox', { name: 'Product' }) };
}

test('typing, moving the caret, selecting, deleting and undoing work as in any text field', async (t) => {
    const { page, product } = await productField(t);
    await product.click();
    await page.keyboard.type('Checkout');
    await page.keyboard.press('Home');
    await page.keyboard.type('The ');
    assert.equal(await product.inputValue(), 'The Checkout');
    await page.keyboard.press('Shift+End');
    assert.equal(await selected(product), 'Checkout');
    await page.keyboard.press('Delete');
    assert.equal(await product.inputValue(), 'The ');
    await page.keyboard.press('Control+z');
    assert.equal(await product.inputValue(), 'The Checkout');
});

test('what is typed is what the view knows, beyond ASCII too', async (t) => {
    const { page, dialog, product } = await productField(t);
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Zoë Müller');
    await product.fill('支払い 🚀 é');
    await dialog.getByRole('button', { name: 'Create release' }).click();
    await page.getByRole('heading', { level: 1, name: '支払い 🚀 é 0.1.0' }).waitFor();
    await page.getByRole('button', { name: /^Zoë Müller/ }).waitFor();
});

test('a double click of the pointer selects a word, and the field knows it', async (t) => {
    const { product } = await productField(t);
    await product.fill('Checkout');
    await product.dblclick({ position: { x: 20, y: 16 } });
    await eventually(() => selected(product), 'Checkout');
});

test('copy, cut and paste are the browser\'s own', async (t) => {
    const { page, dialog, product } = await productField(t, clipboard);
    const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
    await product.fill('Checkout');
    await product.press('Control+a');
    await product.press('Control+c');
    await name.click();
    await page.keyboard.press('Control+v');
    assert.equal(await name.inputValue(), 'Checkout');
    await name.press('Control+a');
    await name.press('Control+x');
    assert.equal(await name.inputValue(), '');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Checkout');
});

test('several lines are typed, and a line break is one', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const plan = page.getByRole('textbox', { name: 'Rollback plan' });
    await plan.click();
    await page.keyboard.type('1. Stop');
    await page.keyboard.press('Enter');
    await page.keyboard.type('2. Deploy');
    assert.equal(await plan.inputValue(), '1. Stop\n2. Deploy');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('>');
    assert.equal(await plan.inputValue(), '1. Stop\n>2. Deploy');
});

test('a release is made by keyboard alone', async (t) => {
    const page = await desk.open(t);
    await page.getByRole('button', { name: 'New release' }).focus();
    await page.keyboard.press('Enter');
    await eventually(() => focusedName(page), 'Your name');
    await page.keyboard.type('Ana Souza');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Checkout');
    await page.keyboard.press('Tab');
    assert.equal(await focusedName(page), 'Minor');
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.getByRole('radio', { name: 'Major' }).isChecked(), true);
    for (const name of ['Version', 'Name', 'Not now', 'Create release']) {
        await page.keyboard.press('Tab');
        assert.equal(await focusedName(page), name);
    }
    await page.keyboard.press('Space');
    await page.getByRole('heading', { level: 1, name: /^Checkout/ }).waitFor();
});

test('an assistive tool\'s click, without any pointer, is a click', async (t) => {
    const page = await desk.open(t);
    await page.getByRole('button', { name: 'New release' }).evaluate((element) => element.click());
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: 'Patch' }).evaluate((element) => element.click());
    assert.equal(await dialog.getByRole('radio', { name: 'Patch' }).isChecked(), true);
    await dialog.getByRole('button', { name: 'Not now' }).evaluate((element) => element.click());
    await dialog.waitFor({ state: 'detached' });
});

test('an event has taken effect when its handler returns', async (t) => {
    const page = await desk.open(t);
    const opened = await page.getByRole('button', { name: 'New release' }).evaluate((element) => {
        element.click();
        return document.querySelector('[role=dialog]') !== null;
    });
    assert.equal(opened, true);
});

test('the wheel scrolls what it is over, and the view follows', async (t) => {
    const page = await desk.open(t, { viewport: { width: 1280, height: 500 } });
    await createRelease(page);
    const last = page.getByRole('checkbox', { name: /^First release/ });
    const start = await last.boundingBox();
    await page.getByRole('heading', { name: 'Facts' }).hover();
    await page.mouse.wheel(0, 2000);
    await page.waitForFunction(() => [...document.querySelectorAll('#mirror .scrolls')].some((each) => each.scrollTop > 0));
    assert.ok((await last.boundingBox()).y < start.y);
    await last.check();
    assert.equal(await last.isChecked(), true);
});

test('what is out of sight can be clicked: it is scrolled to, and hit where it is then', async (t) => {
    const page = await desk.open(t, { viewport: { width: 1280, height: 400 } });
    await createRelease(page);
    await openSection(page, 'Checklist');
    await page.getByRole('tab', { name: /^Overview/ }).click();
    await page.getByRole('checkbox', { name: /^First release/ }).check();
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: /^Patch/ }).click();
    await eventually(() => page.getByRole('combobox', { name: 'Type' }).textContent(), 'Patch');
});
