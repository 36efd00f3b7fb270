// Dear ImGui's renderer asks before each picture for state that it will put back after it, and each of these questions
// waits until the graphics process has done everything before. Nobody else draws here, so the answers never change.
const kept = [
    'VIEWPORT', 'SCISSOR_BOX', 'BLEND_SRC_RGB', 'BLEND_DST_RGB', 'BLEND_SRC_ALPHA', 'BLEND_DST_ALPHA',
    'BLEND_EQUATION_RGB', 'BLEND_EQUATION_ALPHA',
];

// Answers them from memory after the first time. Returns what forgets: after a loss all state is new.
export function rememberState(gl) {
    const names = new Set(kept.map((name) => gl[name]));
    const known = new Map();
    const ask = gl.getParameter.bind(gl);
    gl.getParameter = (name) => {
        if (!names.has(name)) return ask(name);
        if (!known.has(name)) known.set(name, ask(name));
        return known.get(name);
    };
    return () => known.clear();
}
