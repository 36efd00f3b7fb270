// An input method shows its candidates where the browser thinks that the text cursor is. While it composes, the field
// that is the editor is moved so that its own cursor lies on the drawn one, which may have been broken into other lines.

function makeRuler(root) {
    const ruler = document.createElement('div');
    ruler.className = 'ruler';
    ruler.setAttribute('aria-hidden', 'true');
    root.append(ruler);
    return ruler;
}

// Where the browser has the cursor of the field, from its left top corner.
function ownCaret(root, element) {
    const several = element.localName === 'textarea';
    const ruler = makeRuler(root);
    const style = getComputedStyle(element);
    for (const each of ['fontFamily', 'fontSize', 'lineHeight', 'fontVariantNumeric', 'fontKerning',
        'fontVariantLigatures', 'letterSpacing', 'padding']) ruler.style[each] = style[each];
    ruler.style.whiteSpace = several ? 'pre-wrap' : 'pre';
    ruler.style.overflowWrap = 'break-word';
    ruler.style.width = `${element.clientWidth}px`;
    ruler.style.height = `${element.clientHeight}px`;
    const at = element.selectionDirection === 'backward' ? element.selectionStart : element.selectionEnd;
    const cursor = document.createElement('span');
    ruler.append(element.value.slice(0, at), cursor, element.value.slice(at));
    const around = ruler.getBoundingClientRect();
    const { left, top } = cursor.getBoundingClientRect();
    ruler.remove();
    return { x: left - around.left - element.scrollLeft, y: top - around.top - element.scrollTop };
}

// `drawn`: left, top and height of the drawn cursor, in CSS pixels of the canvas.
export function alignCaret(root, element, drawn) {
    element.style.transform = '';
    if (!drawn) return;
    const own = ownCaret(root, element);
    const page = root.getBoundingClientRect(), box = element.getBoundingClientRect();
    const dx = drawn.x - (box.left - page.left + own.x);
    const dy = element.localName === 'textarea' ? drawn.y - (box.top - page.top + own.y) : 0;
    element.style.transform = `translate(${dx}px, ${dy}px)`;
}

export function releaseCaret(element) {
    element.style.transform = '';
}
