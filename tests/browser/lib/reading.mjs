// What a screen reader finds on the page, as text: the browser's own tree of roles, names and states, and after `---`
// what that notation leaves out (rows and columns that are counted, what is current, wrong, required, described).
//
// The bars around the page are told by `shell`, and left out elsewhere: they are the same in every view.

const bars = ', header, nav';

// In the page: one line for each element that has a state which an aria snapshot does not tell.
function furtherStates() {
    const nameOf = (element) => element.getAttribute('aria-label') ?? element.textContent.trim();
    const says = (element, name, words) => (element.hasAttribute(name) ? [words.replace('*', element.getAttribute(name))] : []);
    const lines = [];
    for (const element of document.querySelectorAll('#mirror :not([inert], [inert] *, header, header *, nav *)')) {
        const states = [
            ...says(element, 'aria-current', 'current: *'), ...says(element, 'aria-invalid', 'invalid'),
            ...says(element, 'aria-required', 'required'), ...says(element, 'aria-rowcount', '* rows'),
            ...says(element, 'aria-colcount', '* columns'), ...says(element, 'aria-sort', 'sorted: *'),
            ...says(element, 'aria-haspopup', 'opens a *'), ...says(element, 'aria-modal', 'modal'),
            ...says(element, 'aria-valuetext', 'value: *'), ...says(element, 'aria-description', 'described: *'),
            ...(element.readOnly ? ['read-only'] : []),
        ];
        const role = element.getAttribute('role') ?? element.localName;
        if (states.length) lines.push(`- ${role} "${nameOf(element)}": ${states.join('; ')}`);
    }
    return lines.join('\n');
}

// Not the same in every run or browser: the ids of releases, where the page is served, how well it compresses.
const steady = (text) => text.replace(/rel_[a-z0-9]+/g, 'rel_…').replace(/http:\/\/\S+share\/\S+/g, 'LINK').replace(/[\d,]+ characters/, 'N characters');

export async function readingOf(page, { shell = false } = {}) {
    const parts = await page.locator(`#mirror > :not([inert]${shell ? '' : bars})`).all();
    const trees = await Promise.all(parts.map((part) => part.ariaSnapshot()));
    return steady(`${trees.filter(Boolean).join('\n')}\n---\n${await page.evaluate(furtherStates)}\n`);
}

// In the page: what is wrong with it whatever it shows, in words.
function faults() {
    const found = [];
    const all = (selector, within = document.getElementById('mirror')) => [...within.querySelectorAll(selector)];
    const nameOf = (element) => element.getAttribute('aria-label') ?? element.textContent.trim();
    const describe = (element) => `${element.getAttribute('role') ?? element.localName} "${nameOf(element)}"`;
    const once = (what, count) => { if (count !== 1) found.push(`${what}: ${count} instead of one`); };

    once('heading of level 1', all('h1').length);
    once('banner', all('header').length);
    once('main', all('main').length);
    once('navigation of the places', all('nav[aria-label="Places"]').length);
    const landmarks = all('nav, aside, section').map(describe);
    for (const each of landmarks.filter((one, index) => landmarks.indexOf(one) !== index)) found.push(`two of ${each}`);

    for (const table of all('[role=table]')) {
        const rows = all('[role=row]', table).map((row) => Number(row.getAttribute('aria-rowindex')));
        const counted = Number(table.getAttribute('aria-rowcount'));
        if (rows.some((at, index) => !(at > (rows[index - 1] ?? 0)) || at > counted)) found.push(`rows of ${describe(table)}: ${rows} of ${counted}`);
    }

    let before = 0;
    for (const heading of all('h1, h2, h3, h4, h5, h6')) {
        const level = Number(heading.localName[1]);
        if (before > 0 && level > before + 1) found.push(`from heading ${before} to ${level}: "${nameOf(heading)}"`);
        before = level;
    }

    const needsName = 'main, nav, aside, section, table, [role=table], [role=list], [role=dialog], [role=radiogroup], [role=listbox], '
        + '[role=tablist], [role=img], progress, button, a, input, textarea, [role=option], [role=columnheader]';
    for (const element of all(needsName)) if (!nameOf(element)) found.push(`no name: ${element.outerHTML.slice(0, 120)}`);
    const around = '[role=group][aria-label], [role=radiogroup], [role=row], [role=listitem], [role=dialog], section, aside, main, nav, header, #mirror';
    const seen = new Map();
    for (const control of all('button, a, input, textarea')) {
        const group = control.parentElement.closest(around);
        const names = seen.get(group) ?? seen.set(group, new Set()).get(group);
        const key = describe(control) + (control.type === 'radio' ? ' radio' : control.type === 'checkbox' ? ' checkbox' : '');
        if (names.has(key)) found.push(`two of ${key} in ${group.id === 'mirror' ? 'the page' : describe(group).slice(0, 80)}`);
        names.add(key);
    }

    const dialogs = all('[role=dialog]');
    for (const dialog of dialogs) {
        if (dialog.getAttribute('aria-modal') !== 'true') found.push(`not modal: ${describe(dialog)}`);
        if (!all('main, header, nav').every((each) => each.closest('[inert]'))) found.push(`not alone: ${describe(dialog)}`);
    }
    const live = all('[role=status]').filter((each) => !each.closest('[inert]'));
    if (live.length === 0) found.push('no polite live region');
    if (!dialogs.length && !live.some((each) => each.closest('header'))) found.push('no save state that is told');
    return found;
}

export const faultsOf = (page) => page.evaluate(faults);
