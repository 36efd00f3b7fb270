// A page of any engine in Playwright's words, so that one walk drives all of them. Elements are found in the page, by role
// and name (finding.mjs); pointer, wheel and keys are the engine's own input, told by the actions of W3C WebDriver (§15).
//
// What an engine gives for one tab (firefox.mjs, webkit.mjs):
//   evaluate(source, args)        the value of a function in the page, from JSON to JSON; it may be async
//   reach(source, args)           the elements that a function in the page gives, each fit for the `origin` of a pointer's move
//   perform(actions)              input, by the actions of WebDriver
//   move(where)                   'back', 'forward' or 'reload'
//   show()                        before the other tabs
//   knows(element, role, name)    does the engine's accessibility say so?
//   fileAsked(), downloaded()     the next question for a file, the next download
//   complaints                    what the page wrote on its console, and threw
import assert from 'node:assert/strict';
import { finding } from './finding.mjs';

const patience = 10_000; // ms until what is waited for is missed
const keys = { Enter: '\uE007', Tab: '\uE004', Delete: '\uE017', End: '\uE010', Home: '\uE011', ArrowRight: '\uE014', Control: '\uE009' };

const bare = (wanted) => (wanted instanceof RegExp ? { source: wanted.source, flags: wanted.flags } : wanted);
const inPage = (act) => `async (...given) => { const { find, when, still, nameOf } = (${finding})(); return (${act})(...given); }`;

class Locator {
    constructor(page, chain) {
        this.page = page;
        this.chain = chain;
    }

    #with(step) { return new Locator(this.page, [...this.chain, step]); }
    getByRole(role, { name, exact = false, level, selected } = {}) {
        return this.#with({ by: 'role', role, name: bare(name), exact, level, selected });
    }

    getByText(text, { exact = false } = {}) { return this.#with({ by: 'text', text: bare(text), exact }); }
    filter({ has, hasText }) { return this.#with({ by: 'filter', has: has?.chain, hasText: bare(hasText) }); }
    first() { return this.#with({ by: 'first' }); }

    #ask(act, ...given) { return this.page.tab.evaluate(inPage(act), [this.chain, ...given]); }
    // What the element says once it is there.
    #read(read) { return this.#ask(`async (chain, patience) => (${read})(await when(chain, 'visible', patience))`, patience); }

    async waitFor({ state = 'visible' } = {}) {
        await this.#ask('async (chain, state, patience) => { await when(chain, state, patience); }', state, patience);
    }

    // Until nothing scrolls it any more.
    async untilStill() {
        await this.#ask("async (chain, patience) => { await still(await when(chain, 'visible', patience)); }", patience);
    }

    count() { return this.#ask('(chain) => find(chain).length'); }
    inputValue() { return this.#read('(element) => element.value'); }
    textContent() { return this.#read('(element) => element.textContent'); }
    isChecked() { return this.#read('(element) => element.checked'); }
    top() { return this.#read('(element) => element.getBoundingClientRect().top'); }
    getAttribute(name) { return this.#read(`(element) => element.getAttribute(${JSON.stringify(name)})`); }

    // The pointer over its middle, as the engine finds it.
    async #over(then) {
        const [origin] = await this.page.tab.reach(
            inPage("async (chain, patience) => [await when(chain, 'ready', patience)]"), [this.chain, patience]);
        this.page.under = origin;
        await this.page.pointer([{ type: 'pointerMove', x: 0, y: 0, origin, duration: 0 }, ...then]);
    }

    hover() { return this.#over([]); }
    click() { return this.#over([{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]); }

    async #set(checked) {
        if (await this.isChecked() === checked) return;
        await this.click();
        await this.waitFor({ state: checked ? 'checked' : 'unchecked' });
    }

    check() { return this.#set(true); }
    uncheck() { return this.#set(false); }

    // As a person replaces a text: a click, all of it selected, and keys.
    async fill(text) {
        await this.click();
        await this.page.keyboard.press('Control+a');
        if (text === '') await this.page.keyboard.press('Delete');
        else await this.page.keyboard.type(text);
    }

    async press(key) {
        if (!await this.#read('(element) => element === document.activeElement')) await this.click();
        await this.page.keyboard.press(key);
    }
}

export class Page extends Locator {
    constructor(tab) {
        super(undefined, []);
        this.page = this;
        this.tab = tab;
        this.keyboard = { press: (key) => this.#press(key), type: (text) => this.#type(text) };
        this.mouse = { wheel: (x, y) => this.#wheel(x, y) };
    }

    evaluate(act, ...given) { return this.tab.evaluate(String(act), given); }

    waitForFunction(holds) {
        return this.evaluate(`async () => { while (!await (${holds})()) await new Promise((again) => { setTimeout(again, 20); }); }`);
    }

    pointer(actions) { return this.tab.perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]); }

    #keys(actions) { return this.tab.perform([{ type: 'key', id: 'keyboard', actions }]); }

    #press(key) {
        const values = key.split('+').map((name) => keys[name] ?? name);
        assert.ok(values.every((value) => [...value].length === 1), `${key} is not a key that is known here`);
        return this.#keys([...values.map((value) => ({ type: 'keyDown', value })),
            ...values.reverse().map((value) => ({ type: 'keyUp', value }))]);
    }

    #type(text) {
        return this.#keys([...text.replaceAll('\n', keys.Enter)]
            .flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]));
    }

    // Where the pointer is.
    #wheel(deltaX, deltaY) {
        return this.tab.perform([{ type: 'wheel', id: 'wheel',
            actions: [{ type: 'scroll', x: 0, y: 0, origin: this.under, deltaX, deltaY, duration: 0 }] }]);
    }

    bringToFront() { return this.tab.show(); }
    goBack() { return this.tab.move('back'); }
    goForward() { return this.tab.move('forward'); }
    reload() { return this.tab.move('reload'); }

    // 'filechooser': what a click will ask for, answered by setFiles. 'download': the file that a click will give.
    waitForEvent(event) { return event === 'download' ? this.tab.downloaded() : this.tab.fileAsked(); }

    // The elements of these roles that the engine's accessibility knows by another role or name than finding.mjs does.
    async misnamed(roles) {
        const wrong = [];
        for (const role of roles) {
            const chain = [{ by: 'role', role }];
            const names = await this.tab.evaluate(inPage('(chain) => find(chain).map(nameOf)'), [chain]);
            const elements = await this.tab.reach(inPage('(chain) => find(chain)'), [chain]);
            for (const [index, name] of names.entries())
                if (!await this.tab.knows(elements[index], role, name)) wrong.push(`${role} "${name}"`);
        }
        return wrong;
    }

    close() { return this.tab.close(); }
}
