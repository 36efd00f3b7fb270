// What is wrong with where things lie, as the accessible tree tells it: each element of the mirror lies where the canvas
// shows the same thing. `wrongPlaces(page, { target })` gives sentences; none: nothing is cut off, hidden beside the
// screen, or drawn over another thing. `target`: the least width and height of a control, in CSS pixels.

function look({ target }) {
    const slack = 2.5; // a checkbox reaches a little beyond its words
    const root = document.getElementById('mirror');
    const said = new Set();
    const controls = 'button, a, input, textarea, [role=option]';
    const words = 'p, h1, h2, h3, h4, h5, h6';

    const nameOf = (element) => {
        const name = element.getAttribute('aria-label') || element.textContent || element.localName;
        return `${element.getAttribute('role') ?? element.localName} “${name.slice(0, 60)}”`;
    };
    const shown = (rect) => `${Math.round(rect.left)},${Math.round(rect.top)} ${Math.round(rect.width)}×${Math.round(rect.height)}`;
    const tell = (problem) => said.add(problem);
    const windowOf = (element) => {
        let each = element;
        while (each.parentElement !== root) each = each.parentElement;
        return each;
    };
    const scrollerOf = (element) => element.parentElement.closest('.scrolls');

    // Content that is wider than what shows it. Rows of chips may be pushed sideways.
    for (const scroller of root.querySelectorAll('.scrolls')) {
        if (scroller.closest('[inert]') || scroller.scrollWidth <= scroller.clientWidth + slack) continue;
        if (scroller.clientHeight <= 48) continue;
        tell(`${nameOf(scroller)} scrolls sideways: ${scroller.scrollWidth} in ${scroller.clientWidth}`);
    }

    const things = [];
    for (const element of root.querySelectorAll(`${controls}, ${words}`)) {
        if (element.closest('[inert]') || element.closest('[role=status], [role=alert]')) continue;
        const rect = element.getBoundingClientRect();
        const control = element.matches(controls);
        const scroller = scrollerOf(element);
        const around = scroller?.getBoundingClientRect();
        const thing = { element, rect, control, scroller, window: windowOf(element) };
        if (rect.width < 2 || rect.height < 2) {
            tell(`${nameOf(element)} has no room: ${shown(rect)}`);
            continue;
        }
        things.push(thing);
        if (scroller) {
            const left = rect.left - around.left + scroller.scrollLeft, right = left + rect.width;
            const sideways = scroller.clientHeight <= 48;
            if (!sideways && (left < -slack || right > scroller.clientWidth + slack))
                tell(`${nameOf(element)} lies beside its part: ${shown(rect)} in ${shown(around)}`);
            const top = rect.top - around.top + scroller.scrollTop;
            if (top < -slack || top + rect.height > scroller.scrollHeight + slack)
                tell(`${nameOf(element)} cannot be scrolled to: ${shown(rect)} in ${shown(around)}, ${scroller.scrollHeight} long`);
            if (!scrollerOf(scroller) && (around.right > innerWidth + slack || around.bottom > innerHeight + slack))
                tell(`the part around ${nameOf(element)} lies beside the screen: ${shown(around)}`);
        } else if (rect.left < -slack || rect.top < -slack || rect.right > innerWidth + slack || rect.bottom > innerHeight + slack) {
            tell(`${nameOf(element)} lies beside the screen: ${shown(rect)}`);
        }
        const small = control && target > 0 && !element.readOnly && Math.min(rect.width, rect.height) < target - 0.5;
        if (small) tell(`${nameOf(element)} is a small target: ${shown(rect)}`);
    }

    // What fingers hit reaches over the words around it, and a little over its neighbour's reach.
    const most = target > 0 ? 8 : 2;
    const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > most &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > most;
    // What is hit around a control is no part of what is seen of it.
    const core = ({ rect, control }) => {
        if (!control) return rect;
        const [dx, dy] = [rect.width, rect.height].map((size) => (Math.abs(size - 44) < 0.5 ? 14 : 0));
        return { left: rect.left + dx, right: rect.right - dx, top: rect.top + dy, bottom: rect.bottom - dy };
    };
    const covers = (a, b) => (a.control === b.control ? overlap(a.rect, b.rect) : overlap(core(a), core(b)));
    const inside = (a, b) => a.left >= b.left - 2 && a.right <= b.right + 2 && a.top >= b.top - 2 && a.bottom <= b.bottom + 2;
    for (let i = 0; i < things.length; ++i) {
        for (let k = i + 1; k < things.length; ++k) {
            const [a, b] = [things[i], things[k]];
            if (a.window !== b.window || a.scroller !== b.scroller || !covers(a, b)) continue;
            if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
            // What has a row of its own, or words on a wide target, lies on it.
            if (a.control && inside(b.rect, a.rect) && a.rect.height > b.rect.height - 2) continue;
            if (b.control && inside(a.rect, b.rect) && b.rect.height > a.rect.height - 2) continue;
            tell(`${nameOf(a.element)} ${shown(a.rect)} overlaps ${nameOf(b.element)} ${shown(b.rect)}`);
        }
    }

    // Parts of the page that cover each other: bars, docks, regions.
    const parts = [...root.children].filter((each) => !each.inert && Number(each.style.zIndex || 0) === 0 &&
        each.getBoundingClientRect().width > 2 && !each.matches('[role=status], [role=alert]'));
    for (const part of parts) {
        const rect = part.getBoundingClientRect();
        if (rect.left < -slack || rect.top < -slack || rect.right > innerWidth + slack || rect.bottom > innerHeight + slack)
            tell(`${nameOf(part).slice(0, 60)} lies beside the screen: ${shown(rect)}`);
    }
    return [...said];
}

export const wrongPlaces = (page, { target = 0 } = {}) => page.evaluate(look, { target });
