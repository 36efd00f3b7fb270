// Which element stands for a node, and how its attributes tell the node's state. Native elements where there are any.
import { state } from './words.js';

// What soft keyboards need to know of a text field (FieldKind in ui/widgets/field.hpp), by its level.
const [exact, search] = [2, 3];
const capitals = [null, 'words', 'off', 'off'];

// `words`: the name is the element's text. `mixed`: so, unless it has children; then the name is told beside them.
// Without either the name is told by aria-label.
const shapes = {
    root: { tag: 'div' },
    banner: { tag: 'header' },
    navigation: { tag: 'nav' },
    main: { tag: 'main' },
    complementary: { tag: 'aside' },
    region: { tag: 'section' },
    dialog: { tag: 'div', role: 'dialog', tabIndex: -1 },
    group: { tag: 'div', mixed: true }, // its role comes with its name and what is in it
    heading: { tag: 'h', words: true },
    text: { tag: 'p', words: true },
    button: { tag: 'button', words: true },
    link: { tag: 'a', words: true },
    checkbox: { tag: 'input', type: 'checkbox' },
    radio: { tag: 'input', type: 'radio' },
    text_field: { tag: 'input', type: 'text' },
    combobox: { tag: 'button', role: 'combobox' },
    listbox: { tag: 'div', role: 'listbox' },
    option: { tag: 'div', role: 'option', tabIndex: -1, words: true },
    tab_list: { tag: 'div', role: 'tablist' },
    tab: { tag: 'button', role: 'tab', words: true },
    tab_panel: { tag: 'div', role: 'tabpanel' },
    table: { tag: 'div', role: 'table' },
    row_group: { tag: 'div', role: 'rowgroup' },
    row: { tag: 'div', role: 'row' },
    column_header: { tag: 'div', role: 'columnheader', mixed: true },
    cell: { tag: 'div', role: 'cell', mixed: true },
    list: { tag: 'div', role: 'list' },
    list_item: { tag: 'div', role: 'listitem', mixed: true },
    status: { tag: 'div', role: 'status', mixed: true },
    alert: { tag: 'div', role: 'alert', mixed: true },
    progress: { tag: 'progress' },
    image: { tag: 'div', role: 'img' },
};

const activatable = new Set(['button', 'link', 'checkbox', 'radio', 'combobox', 'option', 'tab']);

export const isTextField = (entry) => entry?.role === 'text_field';
export const isField = (element) => element?.matches('#mirror :is(input:not([type=checkbox], [type=radio]), textarea)');
export const isActivatable = (entry) => activatable.has(entry?.role);
// Words that stand for themselves: they can be selected and copied.
export const isWords = (entry) => entry?.role === 'text' || entry?.role === 'heading';
export const isFocusable = (entry) => isActivatable(entry) || isTextField(entry);
// A named part that scrolls can have the focus itself: it may hold nothing else that can.
export const scrollsByKeyboard = (node) => node.role === 'region' && (node.state & state.scrolls) !== 0;
export const elementId = (id) => `n${(id >>> 0).toString(36)}`;

// A window of its own beside the landmarks (a toast, a menu) is a landmark too, if it has a name.
const shapeOf = (node) => shapes[node.role === 'group' && node.parent === 0 ? 'region' : node.role];

function tagOf(node) {
    if (node.role === 'heading') return `h${Math.min(Math.max(node.level, 1), 6)}`;
    if (node.role === 'text_field' && node.state & state.multiline) return 'textarea';
    return shapeOf(node).tag;
}

// Nodes with the same kind can share an element; with another kind they need a new one.
export const kindOf = (node) => `${node.role} ${tagOf(node)}`;

export function makeElement(node) {
    const shape = shapeOf(node);
    const element = document.createElement(tagOf(node));
    element.id = elementId(node.id);
    if (shape.role) element.setAttribute('role', shape.role);
    if (shape.tabIndex !== undefined) element.tabIndex = shape.tabIndex;
    if (element.localName === 'button') element.type = 'button';
    if (element.localName === 'input') element.type = shape.type;
    if (isTextField(node)) {
        element.autocomplete = 'off';
        element.spellcheck = element.localName === 'textarea';
        if (element.localName === 'input') element.enterKeyHint = 'done';
    }
    if (node.role === 'status' || node.role === 'alert') element.setAttribute('aria-atomic', 'true');
    if (scrollsByKeyboard(node)) element.tabIndex = 0;
    if (node.role === 'heading' && node.level === 1) element.tabIndex = -1; // takes the focus when a page goes away
    return element;
}

export function setAttribute(element, name, value) {
    if (value === null || value === undefined || value === '' || value === false) {
        if (element.hasAttribute(name)) element.removeAttribute(name);
    } else if (element.getAttribute(name) !== String(value)) {
        element.setAttribute(name, String(value));
    }
}

// The first child of `element` that is text of ours; it stands before all mirrored children.
function setWords(entry, words) {
    if (!entry.words) {
        if (!words) return;
        entry.words = document.createTextNode(words);
        entry.element.prepend(entry.words);
    } else if (entry.words.data !== words) {
        entry.words.data = words;
    }
}

// A row that is out of sight has no cells yet: one cell says all of it.
function setVirtualRow(entry, node) {
    if (!(node.state & state.virtual)) {
        entry.whole?.remove();
        entry.whole = null;
        return;
    }
    if (!entry.whole) {
        entry.whole = document.createElement('div');
        entry.whole.setAttribute('role', 'cell');
        entry.element.append(entry.whole);
    }
    if (entry.whole.textContent !== node.name) entry.whole.textContent = node.name;
}

// One that holds nothing is a text; without a name there is nothing to tell.
function setGroupRole({ element, node, childCount }) {
    if (node.parent === 0 || element.getAttribute('role') === 'radiogroup') return;
    setAttribute(element, 'role', !node.name ? null : childCount > 0 ? 'group' : 'paragraph');
}

export function setName(entry) {
    const { element, node } = entry;
    if (node.role === 'group') setGroupRole(entry);
    const shape = shapeOf(node);
    const inside = shape.words || (shape.mixed && entry.childCount === 0);
    if (node.role === 'combobox') setWords(entry, node.value);
    else setWords(entry, inside ? node.name : '');
    const live = node.role === 'status' || node.role === 'alert';
    const beside = !inside && !live && !(node.state & state.virtual);
    setAttribute(element, 'aria-label', beside ? node.name : null);
}

// A control that loses its use while it has the focus keeps the focus until the person moves on.
function setDisabled(entry, disabled) {
    const { element } = entry;
    const keep = disabled && document.activeElement === element;
    if ('disabled' in element) element.disabled = disabled && !keep;
    setAttribute(element, 'aria-disabled', disabled && (keep || !('disabled' in element)) ? 'true' : null);
}

const sizes = { 12: 'small', 14: 'body', 16: 'title', 22: 'display' };
const lineHeights = { 12: 16, 14: 20, 16: 24, 22: 28 };
const sides = ['', 'centre', 'right'];

// The letters of the canvas, so that a selection lies where the words are drawn.
function setLetters({ element, node }) {
    const classes = ['words', sizes[node.count] ?? 'body'];
    if (node.maximum > 400) classes.push('strong');
    if (node.role === 'text' && sides[node.level]) classes.push(sides[node.level]);
    if (node.role === 'heading' || node.h < 2 * (lineHeights[node.count] ?? 20)) classes.push('line');
    const wanted = classes.join(' ');
    if (element.className !== wanted) element.className = wanted;
}

const describers = {
    text: setLetters,
    heading: setLetters,
    button({ element, node }) {
        setAttribute(element, 'aria-pressed', node.state & state.toggle ? String((node.state & state.checked) !== 0) : null);
    },
    link({ element, node }) {
        setAttribute(element, 'href', node.value || null);
        setAttribute(element, 'tabindex', node.value ? null : '0');
        setAttribute(element, 'role', node.value ? null : 'link');
    },
    checkbox({ element, node }) {
        element.checked = (node.state & state.checked) !== 0;
    },
    radio({ element, node }) {
        element.name = elementId(node.parent);
        const group = element.parentElement;
        if (group?.localName === 'div' && /^(group|paragraph)?$/.test(group.getAttribute('role') ?? '')) group.setAttribute('role', 'radiogroup');
        element.checked = (node.state & (state.checked | state.selected)) !== 0;
    },
    text_field({ element, node }) {
        element.readOnly = (node.state & state.readOnly) !== 0;
        setAttribute(element, 'autocapitalize', capitals[node.level]);
        if (node.level === exact) setAttribute(element, 'autocorrect', 'off');
        if (node.level === search) element.enterKeyHint = 'search';
        setAttribute(element, 'aria-required', node.state & state.required ? 'true' : null);
        const overList = (node.state & state.popup) !== 0; // an editable combobox, as the ARIA practices have it
        setAttribute(element, 'role', overList ? 'combobox' : null);
        setAttribute(element, 'aria-autocomplete', overList ? 'list' : null);
        setAttribute(element, 'aria-activedescendant', node.active ? elementId(node.active) : null);
    },
    combobox({ element, node }) {
        setAttribute(element, 'aria-haspopup', 'listbox');
        setAttribute(element, 'aria-required', node.state & state.required ? 'true' : null);
    },
    option({ element, node }) {
        setAttribute(element, 'aria-selected', String((node.state & state.selected) !== 0));
    },
    tab({ element, node }) {
        const selected = (node.state & state.selected) !== 0;
        setAttribute(element, 'aria-selected', String(selected));
        if (element.tabIndex !== (selected ? 0 : -1)) element.tabIndex = selected ? 0 : -1;
    },
    table({ element, node }) {
        setAttribute(element, 'aria-rowcount', node.count || null);
        setAttribute(element, 'aria-colcount', node.level || null);
    },
    row(entry) {
        setAttribute(entry.element, 'aria-rowindex', entry.node.level || null);
        setVirtualRow(entry, entry.node);
    },
    column_header({ element, node }) {
        setAttribute(element, 'aria-sort', /^(ascending|descending|other)$/.test(node.value) ? node.value : null);
    },
    dialog({ element, node }) {
        setAttribute(element, 'aria-modal', node.state & state.modal ? 'true' : null);
    },
    progress({ element, node }) {
        if (node.maximum > 0) {
            element.max = node.maximum;
            element.value = node.count;
        } else {
            element.removeAttribute('value');
        }
        setAttribute(element, 'aria-valuetext', node.value || null);
    },
};

function currentToken(node, parentRole) {
    if (!(node.state & state.current)) return node.role === 'row' && node.state & state.selected ? 'true' : null;
    if (node.role === 'list_item') return 'step'; // of a stepper: nothing else in a list is current
    return parentRole === 'navigation' ? 'page' : 'true';
}

export function describe(entry, parentRole) {
    const { element, node } = entry;
    setName(entry);
    setAttribute(element, 'aria-description', node.description || null);
    setAttribute(element, 'aria-invalid', node.state & state.invalid ? 'true' : null);
    setAttribute(element, 'aria-controls', node.controls ? elementId(node.controls) : null);
    setAttribute(element, 'aria-current', currentToken(node, parentRole));
    const opens = node.state & (state.expandable | state.expanded | state.popup) || node.role === 'combobox';
    setAttribute(element, 'aria-expanded', opens ? String((node.state & state.expanded) !== 0) : null);
    if (isFocusable(node)) setDisabled(entry, (node.state & state.disabled) !== 0);
    describers[node.role]?.(entry);
}
