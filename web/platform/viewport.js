// A soft keyboard covers the lower part of the page, or makes the page smaller, as the browser likes. The stage is what
// is left above it, so that the dock and the field that is edited can be seen. A pinch only magnifies: it changes nothing.
import { isField } from '../mirror/elements.js';

export function connectViewport(stage, surface) {
    const seen = window.visualViewport;
    const showEdited = () => {
        const edited = document.activeElement;
        if (isField(edited)) edited.scrollIntoView({ block: 'nearest' });
    };
    const fit = () => {
        if (seen.scale > 1.01) return;
        const covered = Math.max(0, innerHeight - seen.height - seen.offsetTop);
        const [top, bottom] = [seen.offsetTop, covered].map((by) => (by > 1 ? `${by}px` : ''));
        if (stage.style.top === top && stage.style.bottom === bottom) return;
        Object.assign(stage.style, { top, bottom });
        surface.changed();
        showEdited();
    };
    seen?.addEventListener('resize', fit);
    seen?.addEventListener('scroll', fit);
    addEventListener('resize', () => { surface.changed(); showEdited(); });
}
