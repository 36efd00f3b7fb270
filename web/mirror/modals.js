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

export const canFocus = (element) =>
    Boolean(element?.isConnected) && element !== document.body && !element.disabled && !element.closest('[inert]');
