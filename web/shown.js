import { prefersDark } from './platform/preferences.js';

// What the browser shows of a frame outside the canvas: the pointer's shape, the colour of the page around it.
const cursors = [
    'default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress',
    'not-allowed',
]; // ImGuiMouseCursor

export function showCursor(stage, program) {
    const cursor = cursors[program.cursor()] ?? 'default';
    if (stage.style.cursor === cursor) return;
    stage.style.cursor = cursor;
    stage.classList.toggle('plain', cursor === 'default'); // over nothing that can be pressed: words can be selected
}

let shown = null;

export function showTheme(program) {
    const background = program.background();
    if (background === shown) return;
    shown = background;
    const colour = `#${background.toString(16).padStart(6, '0')}`;
    document.body.style.backgroundColor = colour;
    document.querySelector('meta[name=theme-color]').content = colour;
    remember((background >> 8 & 255) < 128 ? 'dark' : 'light');
}

// For the next start (theme.js), which must not flash: only a theme that the system would not bring by itself.
function remember(theme) {
    document.documentElement.dataset.theme = theme;
    try {
        if (theme === (prefersDark() ? 'dark' : 'light')) localStorage.removeItem('release-desk-theme');
        else localStorage.setItem('release-desk-theme', theme);
    } catch {
        // The next start begins in the theme of the system.
    }
}
