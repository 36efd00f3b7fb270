// What the person set in the system: theme, motion, and whether fingers point.
const dark = matchMedia('(prefers-color-scheme: dark)');
const reduced = matchMedia('(prefers-reduced-motion: reduce)');
const coarse = matchMedia('(pointer: coarse)');

export const prefersDark = () => dark.matches;

export function connectPreferences(program, loop) {
    const tell = () => program.preferences(coarse.matches, reduced.matches);
    for (const query of [reduced, coarse]) query.addEventListener('change', () => { tell(); loop.run(); });
    dark.addEventListener('change', () => { program.systemThemeChanged(); loop.run(); });
    tell();
}
