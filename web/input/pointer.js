// Mouse, pen and touch. The listeners sit on the stage around canvas and mirror, so the view gets the true events
// whichever element is hit.
import { isFocusable, isTextField } from '../mirror/elements.js';

const types = { mouse: 0, touch: 1, pen: 2 }; // as in web/input.cpp
const buttons = [0, 2, 1]; // of PointerEvent.button: left, middle, right; Dear ImGui counts left, right, middle

export class Pointer {
    constructor(stage, { program, loop, mirror, fields, events, selecting }) {
        Object.assign(this, { stage, program, loop, mirror, fields, events, selecting });
        this.down = new Set(); // buttons as the view knows them
        stage.addEventListener('pointerdown', (event) => this.pressed(event));
        addEventListener('pointermove', (event) => this.moved(event));
        addEventListener('pointerup', (event) => this.released(event));
        addEventListener('pointercancel', (event) => this.cancelled(event));
        stage.addEventListener('pointerleave', (event) => this.left(event));
        // The browser would move the focus and the text cursor; the view decides that and tells us.
        stage.addEventListener('mousedown', (event) => {
            if (!this.ownMenu(event) && !selecting.begins(event.target)) event.preventDefault();
        });
        stage.addEventListener('contextmenu', (event) => {
            if (!isTextField(mirror.entryOf(event.target)) && !selecting.begins(event.target)) event.preventDefault();
        });
        stage.addEventListener('dragstart', (event) => event.preventDefault());
    }

    // A text field keeps the browser's menu: paste, spelling, undo. Words keep it too: copy, look up.
    ownMenu(event) {
        return event.button === 2 &&
            (isTextField(this.mirror.entryOf(event.target)) || this.selecting.begins(event.target));
    }

    position(event) {
        const box = this.stage.getBoundingClientRect();
        this.program.pointerMove(types[event.pointerType] ?? 0, event.clientX - box.left, event.clientY - box.top);
    }

    button(event, down) {
        const button = buttons[event.button];
        if (button === undefined || this.down.has(button) === down) return;
        if (down) this.down.add(button);
        else this.down.delete(button);
        this.program.pointerButton(types[event.pointerType] ?? 0, button, down);
    }

    pressed(event) {
        if (!event.isPrimary || this.ownMenu(event)) return;
        const touch = event.pointerType === 'touch';
        if (touch) this.fields.tapStarted();
        this.events.catchUp(event.target);
        this.program.modifiers(event);
        this.position(event);
        this.loop.run(); // first hover, then press: the view must know what is under the pointer
        if (this.selecting.begins(event.target)) this.selecting.prepare();
        else if (!touch) this.selecting.clear();
        this.takeFocus(this.mirror.entryOf(event.target));
        this.button(event, true);
        this.loop.run();
    }

    // Where the focus would go by itself. Text fields get it from the view.
    takeFocus(entry) {
        if (isTextField(entry)) return;
        let each = entry;
        while (each && !isFocusable(each) && each.role !== 'dialog') each = this.mirror.entries.get(each.node.parent);
        const active = document.activeElement;
        if (each && !each.element.disabled) this.mirror.focus(each.element);
        else if (this.mirror.root.contains(active)) active.blur();
    }

    moved(event) {
        if (!event.isPrimary) return;
        const dragging = this.down.size > 0;
        if (!dragging && !this.stage.contains(event.target)) return;
        this.position(event);
        if (event.button > 0) this.button(event, (event.buttons & (1 << buttons[event.button])) !== 0);
        if (dragging) this.loop.run();
        else this.loop.wake();
    }

    released(event) {
        if (!event.isPrimary) return;
        if (this.down.size === 0) return;
        this.position(event);
        this.button(event, false);
        if (event.buttons === 0) this.releaseOthers(event);
        this.events.pointerReleased();
        this.loop.run();
        if (event.pointerType !== 'touch') return;
        if (!this.selecting.begins(event.target)) this.selecting.clear();
        this.fields.tapEnded(true);
        this.program.pointerLeave(); // a finger that is gone hovers nothing
        this.loop.wake();
    }

    releaseOthers(event) {
        for (const button of this.down) this.program.pointerButton(types[event.pointerType] ?? 0, button, false);
        this.down.clear();
    }

    // The browser took the pointer to pan: away first, or the release is a click.
    cancelled(event) {
        if (!event.isPrimary) return;
        this.program.pointerLeave();
        this.loop.run();
        this.releaseOthers(event);
        this.loop.run();
        this.fields.tapEnded(false);
    }

    left(event) {
        if (this.down.size > 0 || event.pointerType === 'touch') return;
        this.program.pointerLeave();
        this.loop.wake();
    }
}
