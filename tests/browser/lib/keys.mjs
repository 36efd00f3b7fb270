// Goes through the page by keys alone. `byKeys(page)` looks like the page, so that a Walk can use it, but what would be a
// click is a way of the Tab key, or of the palette where that is shorter, and then Enter or Space.
import assert from 'node:assert/strict';

const mostTabs = 120; // no page has so many stops

const nameOf = (locator) => locator.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);

// How many Tabs away the element is (backward: below 0), whether it is one of a group with arrows inside, and its role.
const wayTo = (locator) => locator.evaluate((element) => {
    const stops = [...document.querySelectorAll('#mirror :is(button, a, input, textarea, [tabindex])')].filter((each) =>
        !each.disabled && each.tabIndex >= 0 && !each.closest('[inert]')
        && (each.type !== 'radio' || each.checked || ![...document.getElementsByName(each.name)].some((one) => one.checked)));
    const role = element.getAttribute('role') ?? element.type ?? element.localName;
    const group = role === 'tab' ? '[role=tab]' : role === 'radio' ? `input[name="${element.name}"]` : '';
    const members = group ? [...element.parentElement.querySelectorAll(group)] : [];
    const entry = group ? members.find((each) => stops.includes(each)) ?? element : element;
    const to = stops.indexOf(entry);
    const active = document.activeElement;
    const here = stops.indexOf(active);
    const before = stops.filter((each) => active !== document.body && active.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING).length;
    const tabs = active === element || members.includes(active) ? 0 : here >= 0 ? to - here : to >= before ? to - before + 1 : to - before;
    const inside = members.includes(active) ? active : entry;
    return { tabs, to, role, arrows: members.length ? members.indexOf(element) - members.indexOf(inside) : 0 };
});

const isFocused = (locator) => locator.evaluate((element) => document.activeElement === element);

// What has the focus must be a thing of the page, and not the page as a whole.
export async function assertFocus(page) {
    const where = await page.evaluate(() => {
        const { activeElement: active } = document;
        return document.getElementById('mirror').contains(active) && active.matches(':focus') && !active.closest('[inert]');
    });
    assert.ok(where, 'the focus is on something, and to be seen');
}

// From now on, what gets the focus: focusPassed() gives the names, that of what has it now first.
export const recordFocus = (page) => page.evaluate(() => {
    const nameOf = (element) => element.getAttribute('aria-label') ?? element.textContent;
    window.walked?.stop();
    const names = [nameOf(document.activeElement)];
    const hear = (event) => names.push(nameOf(event.target));
    addEventListener('focusin', hear, true);
    window.walked = { names, stop: () => removeEventListener('focusin', hear, true) };
});
export const focusPassed = (page) => page.evaluate(() => window.walked.names);

async function repeat(page, key, times) {
    for (let i = 0; i < times; ++i) await page.keyboard.press(key);
}

// By Tab and arrows; fails with the names that were passed.
async function reach(page, locator) {
    await locator.waitFor();
    await recordFocus(page);
    const way = await wayTo(locator);
    assert.ok(way.to >= 0, `"${await nameOf(locator)}" is a stop of the Tab key`);
    assert.ok(Math.abs(way.tabs) <= mostTabs, `${way.tabs} Tabs to "${await nameOf(locator)}"`);
    await repeat(page, way.tabs > 0 ? 'Tab' : 'Shift+Tab', Math.abs(way.tabs));
    await repeat(page, way.arrows > 0 ? 'ArrowRight' : 'ArrowLeft', Math.abs(way.arrows));
    if (!await isFocused(locator)) {
        const passed = (await focusPassed(page)).join(' | ');
        assert.fail(`"${await nameOf(locator)}" should have the focus after ${JSON.stringify(way)}; passed: ${passed}`);
    }
    await assertFocus(page);
    return way;
}

// The palette with these words: Enter takes what it marks, which must begin like `name`.
export async function choose(page, words, name = words) {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.waitFor();
    assert.equal(await isFocused(field), true, 'the field of the palette has the focus');
    await page.keyboard.insertText(words);
    const marked = page.locator('#mirror [role=option][aria-selected=true]');
    const found = await marked.textContent();
    assert.ok(found.startsWith(name), `the palette marks "${found}" for "${words}", not "${name}"`);
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
}

async function press(page, locator) {
    const { role } = await reach(page, locator);
    if (role !== 'radio' || !await locator.isChecked()) await page.keyboard.press(role === 'radio' || role === 'checkbox' ? 'Space' : 'Enter');
}

const acts = {
    click: press,
    check: press,
    uncheck: press,
    async fill(page, locator, text) {
        await reach(page, locator);
        await page.keyboard.press('Control+a');
        if (text) await page.keyboard.insertText(text);
        else await page.keyboard.press('Delete');
    },
    async press(page, locator, key) {
        assert.ok(await isFocused(locator), 'a key is pressed where the focus is');
        await page.keyboard.press(key);
    },
    async hover() { assert.fail('keys do not hover'); },
};
const giving = new Set(['getByRole', 'getByText', 'locator', 'filter', 'first', 'last', 'nth', 'getByLabel']);

// The locator inside of what looks like one.
const plain = Symbol('plain');
const bare = (value) => {
    if (value?.[plain]) return value[plain];
    if (value && typeof value === 'object' && !(value instanceof RegExp) && Object.getPrototypeOf(value) === Object.prototype) {
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bare(one)]));
    }
    return value;
};

function wrap(page, target) {
    return new Proxy(target, {
        get(object, key) {
            if (key === plain) return object;
            if (acts[key] && object !== page) return (...given) => acts[key](page, object, ...given);
            const value = object[key];
            if (typeof value !== 'function') return value;
            if (giving.has(key)) return (...given) => wrap(page, value.apply(object, given.map(bare)));
            return value.bind(object);
        },
    });
}

export const byKeys = (page) => wrap(page, page);
