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

let shown = null, remembered = null;

export function showTheme(program) {
    const background = program.background();
    if (background !== shown) {
        shown = background;
        const colour = `#${background.toString(16).padStart(6, '0')}`;
        document.body.style.backgroundColor = colour;
        document.querySelector('meta[name=theme-color]').content = colour;
    }
    const chosen = program.chosenLook();
    if (chosen === null || chosen === remembered) return;
    remembered = chosen;
    remember(chosen);
}

// For what the page shows without the program, now and at the next start (theme.js, page.css): "dark high". What follows the
// system is not named.
function remember(chosen) {
    document.documentElement.dataset.theme = chosen;
    try {
        if (chosen === '') localStorage.removeItem('release-desk-theme');
        else localStorage.setItem('release-desk-theme', chosen);
    } catch {
        // The next start begins as the system does.
    }
}
