// The keyboard. The browser keeps Tab, text fields and the pressing of controls; the view gets the rest.
import { isActivatable, isTextField } from '../mirror/elements.js';
import { moveWithin } from '../mirror/composite.js';
import { state } from '../mirror/words.js';

const scrolling = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);
const lineByLine = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);
const modifiers = new Set(['Control', 'Shift', 'Alt', 'Meta', 'CapsLock', 'NumLock', 'AltGraph', 'Fn']);
const editing = new Set(['KeyA', 'KeyC', 'KeyV', 'KeyX', 'KeyY', 'KeyZ']);
const editingLetters = new Set(['a', 'c', 'v', 'x', 'y', 'z']); // with Ctrl or Cmd, in a text
const inList = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']); // of the list under a field

const command = (event) => event.ctrlKey || event.metaKey;

// Keys that an input method is still working on, and the keys that phones do not name.
const unfinished = (event) => event.isComposing || event.keyCode === 229 || event.key === 'Process';

export class Keys {
    constructor(stage, { program, loop, mirror, events, selecting }) {
        Object.assign(this, { stage, program, loop, mirror, events, selecting });
        this.held = new Map(); // code → key: what the view believes to be down
        addEventListener('keydown', (event) => this.pressed(event));
        addEventListener('keyup', (event) => this.released(event));
        addEventListener('blur', () => this.releaseAll());
    }

    ours(event) {
        return event.target === document.body || this.stage.contains(event.target);
    }

    pressed(event) {
        if (!this.ours(event) || unfinished(event) || event.key === 'Tab') return;
        const entry = this.mirror.entryOf(event.target);
        if (this.shortcut(event, isTextField(entry))) {
            event.preventDefault();
            this.loop.run();
            return;
        }
        if (event.shiftKey && scrolling.has(event.key) && this.selecting.any) return; // the selection grows
        if (isTextField(entry) ? !this.leavesField(event, entry) : this.forControl(event, entry)) return;
        this.program.modifiers(event);
        if (!modifiers.has(event.key) && this.program.key(event.code, event.key, true))
            this.held.set(event.code, event.key);
        this.loop.run();
        // What the key led to may have moved the focus: the browser would press the button that has it now.
        if (event.key === 'Enter' && document.activeElement !== event.target) event.preventDefault();
        const taken = this.byLines(event, entry) ||
            (!command(event) && scrolling.has(event.key) && (!isTextField(entry) || this.forList(event, entry)));
        if (taken) event.preventDefault();
    }

    // A key that writes a character, alone or with Ctrl or Cmd: by what it means in the person's layout, not by its place.
    // The view knows which mean something (ui/app/shortcuts.hpp); all others stay the browser's.
    shortcut(event, inField) {
        if ([...event.key].length !== 1 || event.key === ' ') return false;
        const graph = event.getModifierState('AltGraph'); // writes signs; some systems tell it as Ctrl and Alt
        if (event.altKey && !graph) return false;
        if (!command(event) || graph) return !inField && this.program.typed(event.key, false);
        if (event.shiftKey || (inField && editingLetters.has(event.key))) return false;
        return this.program.typed(event.key, true);
    }

    forList(event, entry) {
        return inList.has(event.key) && (entry.node.state & state.popup) !== 0;
    }

    // The lines of a text are those that the view has broken it into.
    byLines(event, entry) {
        return isTextField(entry) && entry.element.localName === 'textarea' && lineByLine.has(event.key) &&
            !event.altKey && !event.metaKey;
    }

    // Of what is pressed in a text field the view gets what ends the editing, what goes by lines, and commands that edit
    // nothing.
    leavesField(event, entry) {
        if (this.byLines(event, entry)) return true;
        if (event.key === 'Escape') return true;
        if (event.key === 'Enter') return entry.element.localName === 'input' || command(event);
        if (this.forList(event, entry)) return true;
        return command(event) && /^Key[A-Z]$/.test(event.code) && !editing.has(event.code);
    }

    // True if the element itself, or its group, takes the key.
    forControl(event, entry) {
        if (command(event) || event.altKey) return false;
        if (entry?.spacer && entry.element === event.target) return scrolling.has(event.key); // a focused scroller
        const press = event.key === ' ' || event.key === 'Enter';
        if (press && isActivatable(entry)) {
            const native = 'disabled' in entry.element || (event.key === 'Enter' && entry.element.href);
            if (native && !(entry.element.type === 'checkbox' && event.key === 'Enter')) return true; // it clicks itself
            event.preventDefault();
            if (!event.repeat) this.events.activate(entry);
            return true;
        }
        if (entry?.role === 'radio' && event.key.startsWith('Arrow')) return true; // native groups choose by arrows
        if (!moveWithin(event, entry, this.mirror)) return false;
        event.preventDefault();
        return true;
    }

    released(event) {
        if (event.key === 'Meta' || event.key === 'Control') return this.releaseAll();
        if (this.held.has(event.code)) {
            this.held.delete(event.code);
            this.program.key(event.code, event.key, false);
        } else if (!modifiers.has(event.key)) {
            return;
        }
        this.program.modifiers(event);
        this.loop.run();
    }

    releaseAll() {
        this.held.clear();
        this.program.releaseKeys();
        this.loop.run();
    }
}
