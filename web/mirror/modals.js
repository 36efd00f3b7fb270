// Modal dialogs: nothing else can be reached while one is open, and the focus goes back to where it was.

// Elements on the way from each open modal up to the root leave their other children inert, if these lie below.
export function setInert(root, modals) {
    const inert = new Set();
    for (const { element } of modals) {
        for (let inside = element; inside !== root; inside = inside.parentElement) {
            for (const other of inside.parentElement.children) {
                const above = inside.parentElement === root && Number(other.style.zIndex) > Number(inside.style.zIndex);
                if (other !== inside && !above) inert.add(other);
            }
        }
    }
    for (const element of root.querySelectorAll('[inert]')) if (!inert.has(element)) element.inert = false;
    for (const element of inert) if (!element.inert) element.inert = true;
}

const candidates = 'button, a, input, textarea, [tabindex]';

export function firstFocusable(element) {
    for (const each of element.querySelectorAll(candidates)) {
        if (!each.disabled && !each.closest('[inert]') && each.tabIndex >= 0) return each;
    }
    return null;
}

// The controls of the part of the page in which the element stands (a row, a card, a dialog): those after it, then those
// before it, the nearest first; then those of the part around that.
export function neighbours(element) {
    const found = new Set();
    const main = element.closest('main, aside, [role=dialog]');
    for (let part = element.parentElement; part && main?.contains(part); part = part.parentElement) {
        const all = [...part.querySelectorAll(candidates)].filter((each) => each.tabIndex >= 0);
        const after = all.filter((each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
        const before = all.filter((each) => element.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING);
        for (const each of [...after, ...before.reverse()]) found.add(each);
        if (part.matches('main, aside, [role=dialog]')) break;
    }
    return [...found];
}

// Of a list of tabs the chosen one is the stop of the Tab key: it may be another than it was.
export const stopOf = (element) => (element.getAttribute('role') === 'tab'
    ? element.parentElement.querySelector('[role=tab][aria-selected=true]') ?? element : element);

export const canFocus = (element) =>
    Boolean(element?.isConnected) && element !== document.body && !element.disabled && !element.closest('[inert]');
