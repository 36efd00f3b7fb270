// What people, assistive tools and tests do with the mirror's elements, as requests to the view (SEMANTICS 4, 7).
import { isActivatable, isFocusable, isTextField, scrollsByKeyboard } from './elements.js';
import { state } from './words.js';

const pointerClickWithin = 700; // ms between a pointer's release and its click

export class MirrorEvents {
    constructor(mirror, program, loop) {
        this.mirror = mirror;
        this.program = program;
        this.loop = loop;
        this.releasedAt = -Infinity;
        this.byKeyboard = false;
        const { root } = mirror;
        root.addEventListener('click', (event) => this.clicked(event));
        root.addEventListener('focusin', (event) => this.focused(event));
        root.addEventListener('focusout', (event) => this.blurred(event));
        root.addEventListener('scroll', (event) => {
            if (this.scrolled(event.target)) this.loop.run();
        }, { capture: true, passive: true });
    }

    // The view has seen this pointer's press and release: the click that follows is the same act.
    pointerReleased() {
        this.releasedAt = performance.now();
    }

    clicked(event) {
        const entry = this.mirror.entryOf(event.target);
        if (!entry) return;
        if (entry.element.localName === 'a') {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab or window, if it has an address
            event.preventDefault();
        }
        const seen = event.detail !== 0 && performance.now() - this.releasedAt < pointerClickWithin;
        this.releasedAt = -Infinity;
        if (!seen && isActivatable(entry) && !(entry.node.state & state.disabled)) this.activate(entry);
        this.keepChecked(entry);
    }

    activate(entry) {
        this.program.activate(entry.id);
        this.loop.run();
    }

    // The browser has toggled the box by itself; it is the view that decides.
    keepChecked(entry) {
        if (entry.role !== 'checkbox' && entry.role !== 'radio') return;
        const group = entry.role === 'radio' ? [...this.mirror.entries.values()].filter(
            (each) => each.role === 'radio' && each.node.parent === entry.node.parent) : [entry];
        for (const { element, node } of group) element.checked = (node.state & (state.checked | state.selected)) !== 0;
    }

    focused(event) {
        if (this.mirror.quiet > 0) return;
        const entry = this.mirror.entryOf(event.target);
        if (!entry || entry.element !== event.target || !(isFocusable(entry) || scrollsByKeyboard(entry.node))) return;
        this.program.focus(entry.id, true);
        if (isTextField(entry)) this.mirror.fields.send(entry, false);
        this.loop.run();
    }

    blurred(event) {
        const entry = this.mirror.entryOf(event.target);
        if (entry?.element.getAttribute('aria-disabled') === 'true' && 'disabled' in entry.element) {
            entry.element.disabled = true; // it had kept the focus (elements.js, setDisabled)
            entry.element.removeAttribute('aria-disabled');
        }
        const windowOnly = document.activeElement === event.target; // the person went to another window
        if (this.mirror.quiet > 0 || windowOnly || !isTextField(entry)) return;
        this.program.blur(entry.id);
        this.loop.run();
    }

    // True if the view has not seen yet how far this element is scrolled; then it is asked to follow.
    scrolled(element) {
        const entry = this.mirror.byElement.get(element);
        if (!entry?.spacer) return false;
        const { scrollLeft: x, scrollTop: y } = element;
        if (Math.abs(entry.scrolled.x - x) <= 1 && Math.abs(entry.scrolled.y - y) <= 1) return false;
        entry.scrolled = { x, y };
        this.program.scroll(entry.id, x, y);
        return true;
    }

    // The browser tells of scrolling once a picture. What is pressed before that must be where the view thinks it is.
    catchUp(element) {
        for (let each = element; each && each !== this.mirror.root; each = each.parentElement) this.scrolled(each);
    }
}
