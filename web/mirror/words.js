// The words of a patch (ui/semantics/patch.hpp) and the numbers of ui/semantics/node.hpp.
import { floatsAt, textOf, wordsAt, bytesAt } from '../platform/memory.js';

export const roles = Object.freeze([
    'root', 'banner', 'navigation', 'main', 'complementary', 'region', 'dialog', 'group', 'heading', 'text', 'button',
    'link', 'checkbox', 'radio', 'text_field', 'combobox', 'listbox', 'option', 'tab_list', 'tab', 'tab_panel',
    'table', 'row_group', 'row', 'column_header', 'cell', 'list', 'list_item', 'status', 'alert', 'progress', 'image',
]);

export const state = Object.freeze({
    disabled: 1 << 0,
    checked: 1 << 1,
    expandable: 1 << 2,
    expanded: 1 << 3,
    selected: 1 << 4,
    multiline: 1 << 5,
    readOnly: 1 << 6,
    required: 1 << 7,
    invalid: 1 << 8,
    modal: 1 << 9,
    scrolls: 1 << 10,
    virtual: 1 << 11,
    current: 1 << 12,
    popup: 1 << 13,
    toggle: 1 << 14,
});

const [upsert, remove, children, scroll, focus, edit] = [1, 2, 3, 4, 5, 6];

// Calls the method of `sink` that has the name of each operation, in order.
export function readPatch(memory, at, count, textStart, textBytes, sink) {
    const words = wordsAt(memory, at, count);
    const floats = floatsAt(memory, at, count);
    const text = bytesAt(memory, textStart, textBytes);
    const string = (i) => (words[i + 1] ? textOf(text.subarray(words[i], words[i] + words[i + 1])) : '');
    let i = 0;
    while (i < count) {
        const operation = words[i++];
        if (operation === upsert) {
            sink.upsert({
                id: words[i],
                parent: words[i + 1],
                role: roles[words[i + 2]],
                state: words[i + 3],
                level: words[i + 4],
                count: words[i + 5],
                maximum: words[i + 6],
                order: words[i + 7],
                controls: words[i + 8],
                active: words[i + 9],
                x: floats[i + 10],
                y: floats[i + 11],
                w: floats[i + 12],
                h: floats[i + 13],
                scrollMaxX: floats[i + 14],
                scrollMaxY: floats[i + 15],
                name: string(i + 16),
                value: string(i + 18),
                description: string(i + 20),
            });
            i += 22;
        } else if (operation === remove) {
            sink.remove(words[i]);
            i += 1;
        } else if (operation === children) {
            sink.children(words[i], words.subarray(i + 2, i + 2 + words[i + 1]));
            i += 2 + words[i + 1];
        } else if (operation === scroll) {
            sink.scroll(words[i], floats[i + 1], floats[i + 2]);
            i += 3;
        } else if (operation === focus) {
            sink.focus(words[i], words[i + 1] !== 0);
            i += 2;
        } else if (operation === edit) {
            sink.edit(words[i], words[i + 1], words[i + 2]);
            i += 3;
        } else {
            throw new Error(`A patch has the unknown operation ${operation}`);
        }
    }
}
