// Finds elements by accessible role and name, inside of the page. The source of this one function is sent to the browser,
// so it uses nothing from outside. Roles and names are computed by the rules of ARIA (HTML-AAM, accname 1.2) as far as the
// page makes use of them; page.mjs compares them with what the engine's own accessibility says.
export function finding() {
    const byTag = {
        header: 'banner', nav: 'navigation', main: 'main', aside: 'complementary', p: 'paragraph', progress: 'progressbar',
        button: 'button', textarea: 'textbox',
    };
    const byType = { checkbox: 'checkbox', radio: 'radio', text: 'textbox' };
    const namedByContent = new Set(['button', 'link', 'heading', 'option', 'tab', 'cell', 'columnheader']);
    const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

    function roleOf(element) {
        const told = element.getAttribute('role');
        if (told) return told;
        const tag = element.localName;
        if (/^h[1-6]$/.test(tag)) return 'heading';
        if (tag === 'a') return element.hasAttribute('href') ? 'link' : '';
        if (tag === 'input') return byType[element.type] ?? '';
        if (tag === 'section') return element.hasAttribute('aria-label') ? 'region' : '';
        return byTag[tag] ?? '';
    }

    const nameOf = (element) => plain(element.getAttribute('aria-label')
        ?? (namedByContent.has(roleOf(element)) ? element.textContent : ''));
    const levelOf = (element) => Number(element.getAttribute('aria-level') ?? element.localName.slice(1));

    // A text as people look for it: a part of it, in whatever case, unless it is to be exact; or a pattern.
    function fits(text, wanted, exact) {
        if (wanted === undefined) return true;
        if (typeof wanted === 'object') return new RegExp(wanted.source, wanted.flags).test(text);
        const sought = plain(wanted);
        return exact ? text === sought : text.toLowerCase().includes(sought.toLowerCase());
    }

    // What lies under a dialog cannot be reached, by people or by assistive tools.
    const reachable = (element) => element.getClientRects().length > 0 && !element.closest('[inert], [aria-hidden=true]');
    const inside = (scopes) => [...new Set(scopes.flatMap((scope) => [...scope.querySelectorAll('*')]))];

    const steps = {
        role: (scopes, { role, name, exact, level, selected }) => inside(scopes).filter((element) => roleOf(element) === role
            && fits(nameOf(element), name, exact) && (level === undefined || levelOf(element) === level)
            && (selected === undefined || element.getAttribute('aria-selected') === String(selected)) && reachable(element)),
        // The innermost elements that say it.
        text: (scopes, { text, exact }) => {
            const says = (element) => fits(plain(element.textContent), text, exact);
            const candidates = new Set([...scopes.filter((each) => each !== document), ...inside(scopes)]);
            return [...candidates].filter((element) => says(element) && ![...element.children].some(says));
        },
        filter: (scopes, { has, hasText }) => scopes.filter((element) => fits(plain(element.textContent), hasText, false)
            && (!has || find(has, [element]).length > 0)),
        first: (scopes) => scopes.slice(0, 1),
    };

    function find(chain, scopes = [document]) {
        return chain.reduce((found, step) => steps[step.by](found, step), scopes);
    }

    // The one element that is meant. Two are a mistake of the test.
    function one(chain) {
        const found = find(chain);
        if (found.length > 1) throw new Error(`${found.length} elements fit: ${found.map(told).join(', ')}`);
        return found[0];
    }

    const enabled = (element) => !element.disabled && element.getAttribute('aria-disabled') !== 'true';

    // What a pointer would hit at its middle.
    function topmost(element) {
        const box = element.getBoundingClientRect();
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return at !== null && element.contains(at);
    }

    // Once it has stood in one place for a picture: nothing scrolls it any more.
    async function still(element) {
        const picture = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
        let before;
        do {
            before = element.getBoundingClientRect();
            await picture();
            await picture(); // the view follows what is scrolled in the picture after it
        } while (['x', 'y'].some((side) => element.getBoundingClientRect()[side] !== before[side]));
    }

    // In sight, and what a pointer would hit there.
    async function hit(element) {
        if (topmost(element)) return true;
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        await still(element);
        return topmost(element);
    }

    const conditions = {
        visible: (element) => element !== undefined && element.getClientRects().length > 0,
        detached: (element) => element === undefined,
        ready: async (element) => element !== undefined && enabled(element) && hit(element),
        checked: (element) => element?.checked === true,
        unchecked: (element) => element?.checked === false,
    };

    // When something changed; not every change is one of the tree.
    const changed = () => new Promise((resolve) => {
        const watcher = new MutationObserver(() => end());
        const timer = setTimeout(() => end(), 30);
        const end = () => {
            watcher.disconnect();
            clearTimeout(timer);
            resolve();
        };
        watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });

    // Waits for the condition; gives the element, which may by then be none.
    async function when(chain, condition, patience) {
        const until = performance.now() + patience;
        for (;;) {
            const element = one(chain);
            if (await conditions[condition](element)) return element ?? null;
            if (performance.now() > until) throw new Error(`never ${condition}. The page:\n${outline()}`);
            await changed();
        }
    }

    const told = (element) => `${roleOf(element)} "${nameOf(element) || plain(element.textContent)}"`;
    const outline = () => inside([document]).filter((each) => roleOf(each) && reachable(each)).map(told).join('\n');

    return { find, when, still, nameOf };
}
