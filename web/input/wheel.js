// The wheel. Parts that scroll are real scrollers: the browser scrolls them in its own way and tells events.js. Only a
// text area scrolls by the view, which also hands on what goes beyond its ends.
import { isTextField } from '../mirror/elements.js';

const pixelsOfLine = 40;
const linesOfPage = 20;

function lines(delta, mode) {
    if (mode === WheelEvent.DOM_DELTA_LINE) return -delta / 3;
    if (mode === WheelEvent.DOM_DELTA_PAGE) return -delta * linesOfPage;
    return -delta / pixelsOfLine / 2.5;
}

export function connectWheel(stage, { program, loop, mirror }) {
    stage.addEventListener('wheel', (event) => {
        if (event.ctrlKey) return; // zoom
        const entry = mirror.entryOf(event.target);
        if (!isTextField(entry) || entry.element.localName !== 'textarea') return;
        event.preventDefault();
        program.wheel(lines(event.deltaX, event.deltaMode), lines(event.deltaY, event.deltaMode));
        loop.run();
    }, { passive: false });
}
