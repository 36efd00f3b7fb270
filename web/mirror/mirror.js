// The accessible tree as elements over the canvas (SEMANTICS 3). Applies patches; what people do with the elements is
// in events.js and fields.js. The browser owns the Tab order and the focus; the view may ask to move it.
import { kindOf, describe, isTextField, makeElement, setName } from './elements.js';
import { canFocus, firstFocusable, neighbours, setInert, stopOf } from './modals.js';
import { makeScroller, order, place } from './placing.js';
import { readPatch, state } from './words.js';

export class Mirror {
    // `fields` is told of texts and selections of text fields (fields.js).
    constructor(root, fields) {
        this.root = root;
        this.fields = fields;
        this.entries = new Map(); // by id
        this.byElement = new WeakMap();
        this.quiet = 0; // focus events are our own doing
        this.modals = [];
        this.opened = false; // after the first patch live regions have news
    }

    // The entry of the element or of the nearest mirrored one around it.
    entryOf(element) {
        for (let each = element; each && each !== this.root; each = each.parentElement) {
            const entry = this.byElement.get(each);
            if (entry) return entry;
        }
        return null;
    }

    focus(element) {
        if (!element || document.activeElement === element) return;
        ++this.quiet;
        element.focus({ preventScroll: true });
        --this.quiet;
    }

    apply(memory, words, count, text, textBytes) {
        const before = document.activeElement;
        this.asked = null; // { entry, visible }: where the view moved its focus
        this.edited = null; // { id, anchor, caret }
        this.scrolls = [];
        this.arrived = []; // dialogs and other windows that are new
        this.left = []; // those that are gone
        this.beside = []; // what stood around the focused element, if that goes away: the nearest first
        ++this.quiet;
        readPatch(memory, words, count, text, textBytes, {
            upsert: (node) => this.upsert(node),
            remove: (id) => this.remove(id),
            children: (parent, ids) => this.setChildren(parent, ids),
            scroll: (id, x, y) => this.scrolls.push({ id, x, y }),
            focus: (id, visible) => { this.asked = { entry: this.entries.get(id), visible }; },
            edit: (id, anchor, caret) => { this.edited = { id, anchor, caret }; },
        });
        for (const scroll of this.scrolls) this.scroll(scroll);
        this.updateModals();
        this.settleFocus(before);
        if (this.edited) this.fields.edited(this.entries.get(this.edited.id), this.edited);
        --this.quiet;
        this.opened = true;
    }

    upsert(node) {
        let entry = this.entries.get(node.id);
        if (entry && entry.kind !== kindOf(node)) this.replace(entry, node);
        if (!entry) {
            entry = { id: node.id, kind: kindOf(node), element: makeElement(node), childCount: 0, node };
            this.entries.set(node.id, entry);
            this.byElement.set(entry.element, entry);
            this.attach(entry, node);
            if (node.parent === 0) this.arrived.push(entry);
        } else if (entry.node.parent !== node.parent) {
            this.attach(entry, node);
        }
        entry.node = node;
        entry.role = node.role;
        place(entry);
        const parentRole = this.entries.get(node.parent)?.role;
        if (entry.element.isConnected && this.opened && !entry.described && entry.role === 'status') {
            this.announceLater(entry, parentRole);
        } else {
            describe(entry, parentRole);
        }
        entry.described = true;
        makeScroller(entry);
        if (isTextField(entry)) this.fields.told(entry);
    }

    // Screen readers speak what changes in a live region that they know already.
    announceLater(entry, parentRole) {
        setTimeout(() => { if (this.entries.get(entry.id) === entry) describe(entry, parentRole); }, 50);
    }

    attach(entry, node) {
        const parent = this.entries.get(node.parent);
        (parent?.element ?? this.root).append(entry.element);
    }

    replace(entry, node) {
        const old = entry.element;
        entry.kind = kindOf(node);
        entry.element = makeElement(node);
        entry.words?.remove();
        Object.assign(entry, { words: null, whole: null, spacer: null, box: null, fitted: null });
        this.byElement.set(entry.element, entry);
        const focused = old === document.activeElement;
        for (const child of [...old.children]) if (this.byElement.has(child)) entry.element.append(child);
        old.replaceWith(entry.element);
        if (focused) this.focus(entry.element);
    }

    remove(id) {
        const entry = this.entries.get(id);
        if (!entry) return;
        if (entry.element === document.activeElement) this.beside = neighbours(entry.element);
        entry.element.remove();
        this.entries.delete(id);
        if (entry.node.parent === 0) this.left.push(entry);
    }

    setChildren(parent, ids) {
        const entry = this.entries.get(parent);
        if (parent !== 0 && !entry) return;
        const elements = [];
        for (const id of ids) {
            const child = this.entries.get(id);
            if (child) elements.push(child.element);
        }
        if (entry && (entry.childCount === 0) !== (elements.length === 0)) {
            entry.childCount = elements.length;
            setName(entry);
        }
        if (elements.length > 0) order(entry?.element ?? this.root, elements);
    }

    // Writing costs a layout: only what the browser does not show already.
    scroll({ id, x, y }) {
        const entry = this.entries.get(id);
        if (!entry?.spacer) return;
        const { element, scrolled } = entry;
        if (Math.abs(scrolled.x - x) > 1) element.scrollLeft = x;
        if (Math.abs(scrolled.y - y) > 1) element.scrollTop = y;
        entry.scrolled = { x, y };
    }

    updateModals() {
        const open = [];
        for (const child of this.root.children) {
            const entry = this.byElement.get(child);
            if (entry && entry.node.state & state.modal) open.push(entry);
        }
        if (open.length === 0 && this.modals.length === 0) return;
        this.modals = open;
        setInert(this.root, open);
    }

    // After a patch: where the focus goes, if it must or may move.
    settleFocus(before) {
        const wasHere = before && before !== document.body;
        const opener = wasHere && before.isConnected ? before : this.left.find((entry) => entry.opener)?.opener;
        for (const entry of this.arrived) entry.opener = opener ?? null;
        const dialog = this.arrived.findLast((entry) => entry.role === 'dialog');
        const asked = canFocus(this.asked?.entry?.element) ? this.asked : null;
        const active = document.activeElement;
        const lost = !active || active === document.body || !active.isConnected || Boolean(active.closest('[inert]'));

        const inDialogItself = this.byElement.get(active)?.role === 'dialog';
        const entered = asked && this.arrived.some((entry) => entry.element.contains(asked.entry.element)); // a menu, a list
        if (asked && (asked.visible || (lost && wasHere) || dialog || entered || inDialogItself)) {
            if (this.mayMove(active)) this.focus(asked.entry.element);
            return;
        }
        if (dialog) {
            this.focus(firstFocusable(dialog.element) ?? dialog.element);
            return;
        }
        if (!wasHere || !lost) return;
        if (canFocus(before)) this.focus(before); // it was moved
        else this.focus(this.refuge());
    }

    // The page takes the focus from itself only: not from the address bar, nor from a page around it.
    mayMove(active) {
        return !active || active === document.body || this.root.contains(active);
    }

    // The focused element is gone: where was the focus before that window opened, else what stood next to it, else the
    // heading of what is shown now.
    refuge() {
        for (const { opener } of this.left) if (canFocus(opener)) return opener;
        for (const element of this.beside) if (canFocus(element)) return stopOf(element);
        const modal = this.modals.at(-1);
        if (modal) return firstFocusable(modal.element) ?? modal.element;
        return this.root.querySelector('h1') ?? this.root.querySelector('h2');
    }
}
