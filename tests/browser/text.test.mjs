// Text of every script is typed, shown, selected and copied as in a page of plain elements.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, useDesk } from './lib/desk.mjs';
import { createRelease, openNewRelease } from './lib/release.mjs';

const desk = useDesk();
const drawn = useDesk({ pictures: true });
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const family = '👨‍👩‍👧‍👦';
const scripts = ['שלום עולם', 'مرحبا بالعالم', 'नमस्ते दुनिया', `🇩🇪${family}👍🏽`, 'ﬁn é 支払い'];
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const chosen = (page) => page.evaluate(() => getSelection().toString());
const selectedIn = (field) => field.evaluate((element) =>
    element.value.slice(element.selectionStart, element.selectionEnd));

// How far the browser's own text cursor, at which an input method shows its candidates, is from the drawn one.
const distance = (field) => field.evaluate((element) => {
    const copy = document.createElement('div');
    const style = getComputedStyle(element);
    for (const each of ['font', 'fontVariantNumeric', 'fontKerning', 'fontVariantLigatures', 'padding', 'boxSizing'])
        copy.style[each] = style[each];
    Object.assign(copy.style, { position: 'fixed', left: '0', top: '0', width: `${element.offsetWidth}px`,
        whiteSpace: element.localName === 'textarea' ? 'pre-wrap' : 'pre', overflowWrap: 'break-word' });
    const cursor = document.createElement('span');
    copy.append(element.value.slice(0, element.selectionEnd), cursor, element.value.slice(element.selectionEnd));
    document.body.append(copy);
    const own = cursor.getBoundingClientRect();
    copy.remove();
    const box = element.getBoundingClientRect(), drawn = window.releaseDesk.caret;
    const across = Math.abs(box.left + own.left - element.scrollLeft - drawn.x);
    const down = element.localName === 'textarea' ? Math.abs(box.top + own.top - element.scrollTop - drawn.y) : 0;
    return Math.round(Math.max(across, down));
});

async function compose(page, text) {
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    return session;
}

test('an input method shows its candidates where the text cursor is drawn', async (t) => {
    const page = await desk.open(t);
    const dialog = await openNewRelease(page);
    const product = dialog.getByRole('textbox', { name: 'Product' });
    const long = 'A name that is much longer than its field, WWWW iiii 1111 '.repeat(3);
    for (const before of ['', 'Checkout 1111111111 ', long]) {
        await product.fill(before);
        await product.press('End');
        const session = await compose(page, 'にほ');
        assert.equal(await product.inputValue(), `${before}にほ`);
        await eventually(async () => await distance(product) <= 1, true);
        await session.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 });
        await eventually(async () => await distance(product) <= 1, true);
        await session.send('Input.insertText', { text: '日本' });
        assert.equal(await product.inputValue(), `${before}日本`);
        assert.equal(await product.evaluate((element) => element.style.transform), '');
    }
    await product.fill('Checkout');
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ana Souza');
    await dialog.getByRole('button', { name: 'Create release' }).click();
    await dialog.waitFor({ state: 'detached' });
    const plan = page.getByRole('textbox', { name: 'Rollback plan' });
    await plan.fill(`${'Stop 1111 workers, then roll back everything that was deployed. '.repeat(8)}\nThen `);
    await plan.press('Control+End');
    const session = await compose(page, '確');
    await eventually(async () => await distance(plan) <= 1, true);
    await session.send('Input.insertText', { text: '確認' });
    assert.match(await plan.inputValue(), /\nThen 確認$/);
});

test('words, flags and the whole are selected, deleted, taken back and pasted by keys', async (t) => {
    const page = await desk.open(t, clipboard);
    const dialog = await openNewRelease(page);
    const product = dialog.getByRole('textbox', { name: 'Product' });
    await product.fill('one two three');
    await product.press('Control+ArrowLeft');
    await product.press('Control+Shift+ArrowLeft');
    assert.equal(await selectedIn(product), 'two ');
    await product.press('Shift+Home');
    assert.equal(await selectedIn(product), 'one two ');
    await page.keyboard.type('x');
    assert.equal(await product.inputValue(), 'xthree');
    await product.press('Control+z');
    assert.equal(await product.inputValue(), 'one two three');
    await product.press('Control+Shift+z');
    assert.equal(await product.inputValue(), 'xthree');
    await product.press('Control+z');
    await product.press('Control+y');
    assert.equal(await product.inputValue(), 'xthree');
    await product.click({ clickCount: 3 });
    await eventually(() => selectedIn(product), 'xthree');

    await product.fill(`a${family}🇩🇪👍🏽`);
    for (const left of [`a${family}🇩🇪`, `a${family}`, 'a']) {
        await product.press('Backspace');
        assert.equal(await product.inputValue(), left);
    }

    // A rich clipboard gives its words alone.
    await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({
        'text/html': new Blob(['<b>Check</b><i>out</i>'], { type: 'text/html' }),
        'text/plain': new Blob(['Checkout'], { type: 'text/plain' }),
    })]));
    await product.fill('');
    await page.keyboard.press('Control+v');
    assert.equal(await product.inputValue(), 'Checkout');
});

test('a text of several lines is moved in and selected by the lines that are seen', async (t) => {
    const page = await desk.open(t);
    await createRelease(page);
    const plan = page.getByRole('textbox', { name: 'Rollback plan' });
    await plan.fill('First line\nSecond line, which is longer\nThird');
    await plan.press('Control+Home');
    await plan.press('Shift+ArrowDown');
    await eventually(() => selectedIn(plan), 'First line\n');
    await plan.press('Shift+End');
    await eventually(() => selectedIn(plan), 'First line\nSecond line, which is longer');
    await plan.press('Home');
    await page.keyboard.type('> ');
    assert.equal(await plan.inputValue(), 'First line\n> Second line, which is longer\nThird');
    await plan.click({ clickCount: 3, position: { x: 40, y: 16 } });
    await eventually(() => selectedIn(plan), 'First line');
    await plan.dblclick({ position: { x: 20, y: 16 } });
    await eventually(() => selectedIn(plan), 'First');
});

test('what is written in any script is stored unharmed, and shown as the browser shapes it', async (t) => {
    const page = await desk.open(t);
    for (const product of scripts) {
        await createRelease(page, { product });
        const heading = page.getByRole('heading', { level: 1, name: `${product} 0.1.0`, exact: true });
        await heading.waitFor();
        // The view measures what it draws; the browser measures the same words in an element of the page.
        const [drawn, shaped] = await heading.evaluate((element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return [element.getBoundingClientRect().width, range.getBoundingClientRect().width];
        });
        assert.ok(Math.abs(drawn - shaped) <= 4, `${product}: drawn ${drawn} px wide, shaped ${shaped}`);
        await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();
    }
});

test('words that are no control are selected by the pointer, are seen to be, and are copied as plain text', async (t) => {
    const page = await drawn.open(t, clipboard);
    await createRelease(page, { name: 'Winter 1111111 iiiiiiiiii WWWWW fifty fjords' });
    const title = page.getByRole('heading', { level: 1, name: 'Checkout 0.1.0' });
    const box = await title.boundingBox();
    const middle = box.y + box.height / 2;
    const plain = await title.screenshot();
    await page.mouse.move(box.x + 1, middle);
    assert.equal(await title.evaluate((element) => getComputedStyle(element).cursor), 'text');
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 1, middle, { steps: 5 });
    await page.mouse.up();
    assert.equal(await chosen(page), 'Checkout 0.1.0');
    assert.notDeepEqual(await title.screenshot(), plain, 'the selection is seen');
    await page.keyboard.press('Control+c');
    assert.equal(await copied(page), 'Checkout 0.1.0');
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
    assert.deepEqual([...types], ['text/plain'], 'its letters are transparent: they must not leave with their look');

    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+c');
    assert.equal((await copied(page)).trim(), 'Checkout', 'the selection follows Shift and the arrows');

    await page.getByRole('tab', { name: /^Overview/ }).click();
    assert.equal(await chosen(page), '');
    await title.dblclick({ position: { x: 20, y: box.height / 2 } });
    assert.equal((await chosen(page)).trim(), 'Checkout');

    // The mark lies on the words as they are drawn, to the last letter.
    const away = await page.evaluate(() => [...document.querySelectorAll('#mirror .words.line')].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const words = range.getBoundingClientRect(), box = element.getBoundingClientRect();
        return { words: element.textContent, by: Math.abs(words.width - box.width), cut: words.width > box.width + 40 };
    }).filter(({ by, cut }) => !cut && by > 1.5));
    assert.deepEqual(away, []);
});

test('a refusal and the version are copied by keyboard alone', async (t) => {
    const page = await desk.open(t, clipboard);
    await createRelease(page);
    await page.getByRole('button', { name: 'Start preparing' }).click();
    await page.getByRole('button', { name: 'Why not?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'What is missing', exact: true }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const all = await copied(page);
    assert.match(all, /Checkout 0\.1\.0/);
    const list = page.getByRole('list', { name: 'What is missing', exact: true });
    const missing = await list.getByRole('paragraph').first().textContent();
    assert.ok(missing && all.includes(missing), `“${missing}” is in what was copied`);

    await page.getByRole('button', { name: 'More actions', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Copy version' }).press('Enter');
    await page.getByRole('status').getByText('Version copied').waitFor();
    assert.equal(await copied(page), '0.1.0');
});
