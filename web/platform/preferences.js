// What the person set in the system: theme, contrast, colours, and whether fingers point. Nothing here moves,
// so that `prefers-reduced-motion` needs no answer.
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');
const forced = matchMedia('(forced-colors: active)');
const coarse = matchMedia('(pointer: coarse)');

// In the order of ui::SystemColours.
const names = ['Canvas', 'CanvasText', 'LinkText', 'ButtonText', 'ButtonFace', 'Highlight', 'HighlightText', 'GrayText'];

// A canvas is a picture: the browser cannot give it the person's colours, so that it must be drawn with them.
function systemColours() {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.hidden = true;
    probe.style.forcedColorAdjust = 'none';
    const colours = names.map((name) => {
        probe.style.color = name;
        const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
        return (red << 16) | (green << 8) | blue;
    });
    probe.remove();
    return colours;
}

const look = () => [
    (dark.matches ? 1 : 0) | (contrast.matches ? 2 : 0) | (forced.matches ? 4 : 0),
    ...(forced.matches ? systemColours() : names.map(() => 0)),
];

let known = null;
export const systemLook = () => (known ??= look());

export function connectPreferences(program, loop) {
    const lookAgain = () => {
        const before = String(known);
        known = look();
        if (String(known) === before) return;
        program.systemThemeChanged();
        loop.run();
    };
    for (const query of [dark, contrast, forced]) query.addEventListener('change', lookAgain);
    // One palette of forced colours for another: no query tells that.
    addEventListener('focus', () => { if (forced.matches) lookAgain(); });
    const tell = () => program.preferences(coarse.matches);
    coarse.addEventListener('change', () => { tell(); loop.run(); });
    tell();
}
