// Where elements lie and in which order they stand.
import { state } from './words.js';

// Left, top and size in CSS pixels within the parent's content. An element without area could not be found or reached.
export function place(entry) {
    const { element, node } = entry;
    const { style } = element;
    const last = entry.box;
    if (!last || last.x !== node.x || last.y !== node.y) {
        style.left = `${node.x}px`;
        style.top = `${node.y}px`;
    }
    if (!last || last.w !== node.w || last.h !== node.h) {
        style.width = `${Math.max(node.w, 1)}px`;
        style.height = `${Math.max(node.h, 1)}px`;
    }
    entry.box = { x: node.x, y: node.y, w: node.w, h: node.h };
    if (node.parent === 0 && style.zIndex !== String(node.order)) style.zIndex = String(node.order);
}

// Brings children into the given order. The one that holds the focus stays where it is, and the others move around it:
// an element that is moved loses the focus.
export function order(parent, elements) {
    const active = document.activeElement;
    let pivot = elements.findIndex((element) => element.contains(active));
    if (pivot < 0) pivot = 0;
    let mark = elements[pivot];
    for (let i = pivot - 1; i >= 0; --i) {
        if (mark.previousElementSibling !== elements[i]) parent.insertBefore(elements[i], mark);
        mark = elements[i];
    }
    mark = elements[pivot];
    for (let i = pivot + 1; i < elements.length; ++i) {
        if (mark.nextElementSibling !== elements[i]) parent.insertBefore(elements[i], mark.nextElementSibling);
        mark = elements[i];
    }
}

// A part that scrolls is a real scroller: a spacer makes it as long as the view's content.
export function makeScroller(entry) {
    const { element, node } = entry;
    if (!(node.state & state.scrolls)) return;
    if (!entry.spacer) {
        entry.spacer = document.createElement('div');
        entry.spacer.setAttribute('role', 'none');
        entry.spacer.className = 'spacer';
        element.classList.add('scrolls');
        element.prepend(entry.spacer);
        entry.scrolled = { x: 0, y: 0 };
    }
    entry.spacer.style.width = `${node.w + node.scrollMaxX}px`;
    entry.spacer.style.height = `${node.h + node.scrollMaxY}px`;
}
