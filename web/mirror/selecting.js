// Words that are no control can be selected and copied as on any page: the browser selects the mirror's own text, which
// lies where the canvas shows the same words, and paints the selection over them.
import { isTextField, isWords } from './elements.js';

const sameLine = 6; // CSS pixels between the tops of words that are read as one line

function naturalWidth(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().width;
}

export class Selecting {
    constructor(mirror, program) {
        this.mirror = mirror;
        this.program = program;
        document.addEventListener('copy', (event) => this.copied(event));
    }

    // Something is selected that is no text field's own.
    get any() {
        const selection = getSelection();
        return !selection.isCollapsed && selection.getRangeAt(0).intersectsNode(this.mirror.root) &&
            !isTextField(this.mirror.entryOf(document.activeElement));
    }

    // A press on this element begins a selection: these are words, and nothing under them can be pressed.
    begins(element) {
        return isWords(this.mirror.entryOf(element)) && this.program.cursor() === 0;
    }

    // Before the browser asks which letter is under the pointer: as many letters in as much room as on the canvas. Reads
    // all widths first, so that there is one layout.
    prepare() {
        const stale = [...this.mirror.entries.values()].filter((entry) => isWords(entry) && entry.node.name &&
            entry.fitted !== `${entry.node.w} ${entry.node.name}` && entry.element.classList.contains('line'));
        for (const { element } of stale) element.style.letterSpacing = '';
        const widths = stale.map(({ element }) => naturalWidth(element));
        for (const [i, entry] of stale.entries()) {
            const { element, node } = entry;
            const more = (node.w - widths[i]) / node.name.length;
            if (Math.abs(more) < 1) element.style.letterSpacing = `${more}px`;
            entry.fitted = `${node.w} ${node.name}`;
        }
    }

    clear() {
        if (this.any) getSelection().removeAllRanges();
    }

    // Plain text only: the letters of the mirror are transparent, and would be so wherever they were pasted.
    copied(event) {
        if (!this.any) return;
        event.clipboardData.setData('text/plain', this.words());
        event.preventDefault();
    }

    // What is selected, in reading order: words beside each other with a space between, others on lines of their own.
    words() {
        const range = getSelection().getRangeAt(0);
        let all = '';
        let last = null;
        for (const element of this.mirror.root.querySelectorAll('.words')) {
            if (!range.intersectsNode(element) || element.closest('[inert]')) continue;
            const part = document.createRange();
            part.selectNodeContents(element);
            if (element.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
            if (element.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
            const words = part.toString();
            if (!words) continue;
            const top = element.getBoundingClientRect().top;
            if (last !== null) all += Math.abs(top - last) < sameLine ? ' ' : '\n';
            all += words;
            last = top;
        }
        return all;
    }
}
