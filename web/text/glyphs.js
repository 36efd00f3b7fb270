// Draws glyphs with the browser's own interface font: the page's side of web/text/canvas_font_loader.cpp.
import { Failure } from '../failure.js';
import { bytesAt, floatsAt, textAt, wordsAt } from '../platform/memory.js';

const family = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const wordsOfGlyph = 7; // PageGlyph: advance, left, top, width, height, x, y
const margin = 1; // smooth edges reach a little over the measured ink

// How heavy the browser draws a stroke depends on its colour. A middle grey serves dark text on light and light on dark.
const ink = '#808080';

// Some browsers refuse a canvas, others give it back filled with something else against fingerprinting: one on which
// nothing was drawn must be clear.
function firstContext(canvas) {
    try {
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (context.getImageData(0, 0, 16, 16).data.every((byte, at) => at % 4 < 3 || byte < 16)) return context;
    } catch (error) {
        throw new Failure('text', error);
    }
    throw new Failure('text');
}

export function makeGlyphs(memory) {
    const canvas = document.createElement('canvas');
    let context = null;
    let current = '';
    const clusters = new Map(); // by code point: words that are drawn as one
    const wordsOf = (code) => clusters.get(code) ?? String.fromCodePoint(code);

    function prepare(weight, px, width, height) {
        if (!context || canvas.width < width || canvas.height < height) {
            canvas.width = Math.max(canvas.width, width, 256);
            canvas.height = Math.max(canvas.height, height, 128);
            context = context ?? firstContext(canvas);
            current = ''; // a new size resets the font
        }
        const font = `${weight} ${px}px ${family}`;
        if (font !== current) {
            context.font = font;
            current = font;
        }
        return context;
    }

    return {
        nameCluster: (codepoint, words, bytes) => { clusters.set(codepoint, textAt(memory, words, bytes)); },

        fontMetrics(weight, px, out) {
            const measured = prepare(weight, px, 0, 0).measureText('Hg');
            floatsAt(memory, out, 2).set([measured.fontBoundingBoxAscent, measured.fontBoundingBoxDescent]);
        },

        measureGlyphs(weight, px, codepoints, count, out) {
            const pen = prepare(weight, px, 0, 0);
            const codes = wordsAt(memory, codepoints, count);
            const floats = floatsAt(memory, out, count * wordsOfGlyph);
            const words = wordsAt(memory, out, count * wordsOfGlyph);
            for (let i = 0; i < count; ++i) {
                const measured = pen.measureText(wordsOf(codes[i]));
                const left = Math.floor(-measured.actualBoundingBoxLeft);
                const top = Math.floor(-measured.actualBoundingBoxAscent);
                const width = Math.ceil(measured.actualBoundingBoxRight) - left;
                const height = Math.ceil(measured.actualBoundingBoxDescent) - top;
                const visible = width > 0 && height > 0;
                const at = i * wordsOfGlyph;
                floats[at] = measured.width;
                words[at + 1] = left - margin;
                words[at + 2] = top - margin;
                words[at + 3] = visible ? width + 2 * margin : 0;
                words[at + 4] = visible ? height + 2 * margin : 0;
            }
        },

        drawGlyphs(weight, px, codepoints, count, glyphs, width, height, rgba) {
            const pen = prepare(weight, px, width, height);
            const codes = wordsAt(memory, codepoints, count);
            const words = wordsAt(memory, glyphs, count * wordsOfGlyph);
            pen.fillStyle = ink;
            pen.clearRect(0, 0, width, height);
            for (let i = 0; i < count; ++i) {
                const [left, top, wide, , x, y] = words.subarray(i * wordsOfGlyph + 1, (i + 1) * wordsOfGlyph);
                if (wide > 0) pen.fillText(wordsOf(codes[i]), x - left, y - top);
            }
            bytesAt(memory, rgba, width * height * 4).set(pen.getImageData(0, 0, width, height).data);
        },
    };
}
