// The compiled program: its exported functions, bound to the one App, with text and files put into its inbox.
import { fillInbox, floatsAt, textAt } from './platform/memory.js';

const looks = [[null, 'light', 'dark'], [null, 'standard', 'high']]; // as ui::ThemeChoice and ui::ContrastChoice count

export class Program {
    constructor(module, memory, apple) {
        this.module = module;
        this.memory = memory;
        this.app = module._desk_start(apple ? 1 : 0);
    }

    get started() { return this.app !== 0; }

    inbox(bytes) { return this.module._desk_inbox(this.app, bytes); }
    fill(...parts) { return fillInbox(this, this.memory, ...parts); }

    // `chosenLook` as below, when it was known last.
    open(address, chosenLook) {
        const chosen = chosenLook.split(' ');
        this.fill(address);
        this.module._desk_open(this.app, ...looks.map((names) => Math.max(0, names.findIndex((name) => chosen.includes(name)))));
    }

    // --- frames
    frame(draw) { this.module._desk_frame(this.app, draw ? 1 : 0); }
    pending() { return this.module._desk_pending(this.app) !== 0; }
    wantsFrame() { return this.module._desk_wants_frame(this.app); }
    resize(width, height, ratio) { this.module._desk_resize(this.app, width, height, ratio); }
    preferences(coarse) { this.module._desk_preferences(this.app, coarse ? 1 : 0); }
    cursor() { return this.module._desk_cursor(this.app); }
    background() { return this.module._desk_background(this.app) >>> 0; }
    // The theme and the contrast that were chosen, "dark high"; neither is named that follows the system. null: not known.
    chosenLook() {
        const chosen = this.module._desk_chosen_look(this.app);
        return chosen < 0 ? null : looks.map((names, at) => names[at ? Math.floor(chosen / 3) : chosen % 3]).filter(Boolean).join(' ');
    }
    unsaved() { return this.module._desk_unsaved(this.app) !== 0; }
    // What is not saved, as entries of a workspace.
    unsavedEntries() {
        const at = this.module._desk_unsaved_entries(this.app);
        return textAt(this.memory, at, this.memory.heap().indexOf(0, at) - at);
    }
    contextLost() { this.module._desk_context_lost(this.app); }
    contextRestored() { this.module._desk_context_restored(this.app); }

    // Left, top and height of the drawn text cursor in CSS pixels; null: no text is edited.
    caret() {
        const at = this.module._desk_caret(this.app);
        if (at === 0) return null;
        const [x, y, height] = floatsAt(this.memory, at, 3);
        return { x, y, height };
    }

    // --- input
    pointerMove(type, x, y) { this.module._desk_pointer_move(this.app, type, x, y); }
    pointerButton(type, button, down) { this.module._desk_pointer_button(this.app, type, button, down ? 1 : 0); }
    pointerLeave() { this.module._desk_pointer_leave(this.app); }
    wheel(x, y) { this.module._desk_wheel(this.app, x, y); }
    modifiers(event) {
        this.module._desk_modifiers(this.app, event.ctrlKey, event.shiftKey, event.altKey, event.metaKey);
    }
    key(code, key, down) {
        const sizes = this.fill(code, key);
        return this.module._desk_key(this.app, ...sizes, down ? 1 : 0) !== 0;
    }
    typed(key, command) {
        this.fill(key);
        return this.module._desk_typed(this.app, command ? 1 : 0) !== 0;
    }
    releaseKeys() { this.module._desk_release_keys(this.app); }

    // --- requests of the mirror
    activate(id) { this.module._desk_activate(this.app, id); }
    focus(id, visible) { this.module._desk_focus(this.app, id, visible ? 1 : 0); }
    blur(id) { this.module._desk_blur(this.app, id); }
    scroll(id, x, y) { this.module._desk_scroll(this.app, id, x, y); }
    edit(id, text, anchor, caret) {
        if (text !== null) this.fill(text);
        this.module._desk_edit(this.app, id, text === null ? 0 : 1, anchor, caret);
    }

    // --- arrivals; `files` is a list of { name, bytes }, without bytes if it cannot be read
    filesArrived(files) {
        for (const { name, bytes } of files) {
            if (bytes) {
                const [nameBytes] = this.fill(name, bytes);
                this.module._desk_add_file(this.app, nameBytes);
            } else {
                this.fill(name);
                this.module._desk_add_unreadable(this.app);
            }
        }
        this.module._desk_files_arrived(this.app);
    }
    // `bytes` of the file that a link carried; null if it cannot be unfolded.
    linkArrived(bytes, browserCan) {
        if (bytes) {
            this.fill(bytes);
            this.module._desk_add_shared(this.app);
        } else {
            this.module._desk_add_unreadable_link(this.app, browserCan ? 1 : 0);
        }
        this.module._desk_files_arrived(this.app);
    }
    linkMade(answer, link) {
        this.fill(link);
        this.module._desk_link_made(this.app, answer);
    }
    addressChanged(address) {
        this.fill(address);
        this.module._desk_address_changed(this.app);
    }
    restArrived(here) { this.module._desk_rest_arrived(this.app, here ? 1 : 0); }
    versionReady() { this.module._desk_version_ready(this.app); }
    programSaved(answer, here) { this.module._desk_program_saved(answer, here ? 1 : 0); }
    systemThemeChanged() { this.module._desk_system_theme_changed(this.app); }
}
