// Text fields. While one has the focus, it is the editor: its whole text and selection go to the view, and the view's
// selection comes back (SEMANTICS 6). Offsets are in UTF-16 units on both sides.
import { alignCaret, releaseCaret } from './caret.js';
import { isTextField } from './elements.js';

// Firefox types a character beyond U+FFFF as two: its first half alone is no text yet.
const firstHalf = /^[\ud800-\udbff]$/;

const selectionOf = (element) => {
    const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = element;
    return direction === 'backward' ? { anchor: end, caret: start } : { anchor: start, caret: end };
};

export class Fields {
    constructor(program) {
        this.program = program;
        this.composing = false;
        this.halved = false; // half of a character is typed
        this.typing = null; // the entry whose text is on its way to the view
        this.editing = null; // the entry that the view edits
        this.tapping = false; // a finger is down: a soft keyboard waits until it turns out to be a tap
        this.wanted = null; // the entry that gets the focus after the tap
    }

    connect(mirror, loop) {
        this.mirror = mirror;
        this.loop = loop;
        const { root } = mirror;
        root.addEventListener('input', (event) => {
            this.halved = firstHalf.test(event.data);
            if (!this.halved) this.typed(mirror.entryOf(event.target));
        });
        root.addEventListener('compositionstart', (event) => {
            this.composing = true;
            this.align(event.target);
        });
        root.addEventListener('compositionend', (event) => {
            this.composing = false;
            releaseCaret(event.target);
            this.typed(mirror.entryOf(event.target));
        });
        document.addEventListener('selectionchange', () => this.selected());
    }

    // The person typed, pasted, dictated, undid: the text is what the element says.
    typed(entry) {
        if (!isTextField(entry)) return;
        this.typing = entry;
        if (this.editing !== entry) this.program.focus(entry.id, true); // Enter or Escape had ended it
        this.send(entry, true);
        this.loop.run();
        this.typing = null;
        if (this.composing) this.align(entry.element);
        else if (!this.loop.pending()) this.told(entry); // the view may have refused it
    }

    align(element) {
        alignCaret(this.mirror.root, element, this.program.caret());
    }

    // A picture was drawn. By then the browser has scrolled the field to its own text cursor.
    pictured() {
        if (this.composing) this.align(document.activeElement);
    }

    send(entry, withText) {
        entry.selection = selectionOf(entry.element);
        const { anchor, caret } = entry.selection;
        this.program.edit(entry.id, withText ? entry.element.value : null, anchor, caret);
    }

    selected() {
        const entry = this.mirror.entryOf(document.activeElement);
        if (!entry || entry !== this.editing || entry.element !== document.activeElement) return;
        if (this.composing || this.halved || this.typing) return;
        const { anchor, caret } = selectionOf(entry.element);
        if (entry.selection?.anchor === anchor && entry.selection?.caret === caret) return;
        this.send(entry, false);
        this.loop.run();
    }

    // The view said what the text is.
    told(entry) {
        const { element, node } = entry;
        const unfinished = this.composing || this.halved;
        if (this.typing === entry || (unfinished && document.activeElement === element)) return;
        if (element.value !== node.value) element.value = node.value;
    }

    // The view said which field it edits, and its selection; no entry: none.
    edited(entry, { anchor, caret }) {
        this.editing = isTextField(entry) ? entry : null;
        if (!this.editing) return;
        const { element } = entry;
        if (document.activeElement !== element) {
            if (this.tapping) this.wanted = entry;
            else if (this.mirror.mayMove(document.activeElement)) this.mirror.focus(element);
        }
        if (this.composing || this.halved || this.typing === entry) return;
        entry.selection = { anchor, caret };
        const [start, end] = [Math.min(anchor, caret), Math.max(anchor, caret)];
        if (element.selectionStart === start && element.selectionEnd === end) return;
        element.setSelectionRange(start, end, anchor > caret ? 'backward' : 'forward');
    }

    // A finger touched the page.
    tapStarted() {
        this.tapping = true;
        this.wanted = null;
    }

    // It was a tap (within the event, so that the soft keyboard may open), or it became a pan.
    tapEnded(tapped) {
        this.tapping = false;
        const entry = this.wanted;
        this.wanted = null;
        if (!entry) return;
        if (tapped) {
            this.mirror.focus(entry.element);
        } else {
            this.program.blur(entry.id);
            this.loop.run();
        }
    }
}
