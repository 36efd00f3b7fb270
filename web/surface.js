// The canvas: as many pixels as the screen has under it, at any zoom; and the loss of its graphics context.
import { rememberState } from './gl_state.js';

const patience = 4000; // ms that a browser gets to give the graphics back: a restarted driver takes a second or two

export class Surface {
    constructor(canvas, program) {
        this.canvas = canvas;
        this.program = program;
        this.exact = null; // device pixels as the browser counts them, where it tells
        this.width = this.height = this.ratio = 0;
        this.onGone = () => {}; // true: the graphics do not come back; false: they have
    }

    connect(loop) {
        this.loop = loop;
        const forgetState = rememberState(this.canvas.getContext('webgl2'));
        const observer = new ResizeObserver(([entry]) => {
            const exact = entry.devicePixelContentBoxSize?.[0];
            this.exact = exact ? { width: exact.inlineSize, height: exact.blockSize, ratio: devicePixelRatio } : null;
            this.changed();
        });
        try {
            observer.observe(this.canvas, { box: 'device-pixel-content-box' });
        } catch {
            observer.observe(this.canvas); // Safari does not know that box
        }
        this.watchRatio();
        this.canvas.addEventListener('webglcontextlost', (event) => {
            event.preventDefault(); // or it is never given back
            this.program.contextLost();
            this.waiting = setTimeout(() => this.onGone(true), patience);
        });
        this.canvas.addEventListener('webglcontextrestored', () => {
            clearTimeout(this.waiting);
            this.onGone(false);
            forgetState();
            this.program.contextRestored();
            loop.run();
        });
        this.update();
    }

    // A query holds for one ratio only: armed anew after each change.
    watchRatio() {
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        query.addEventListener('change', () => { this.watchRatio(); this.changed(); }, { once: true });
    }

    changed() {
        if (this.update()) this.loop.run();
    }

    // What was drawn may be gone.
    repaint() { this.program.resize(this.width, this.height, this.ratio); }

    // Takes over the present size and ratio; true if they are others than before.
    update() {
        const ratio = devicePixelRatio || 1;
        const box = this.canvas.getBoundingClientRect();
        let width = Math.round(box.width * ratio);
        let height = Math.round(box.height * ratio);
        const { exact } = this;
        // What the observer told may be older than the box, but where both nearly agree it is the exact one.
        if (exact && exact.ratio === ratio && Math.abs(exact.width - width) <= 1 && Math.abs(exact.height - height) <= 1)
            ({ width, height } = exact);
        width = Math.max(width, 1);
        height = Math.max(height, 1);
        if (width === this.width && height === this.height && ratio === this.ratio) return false;
        Object.assign(this, { width, height, ratio });
        this.canvas.width = width;
        this.canvas.height = height;
        this.program.resize(width, height, ratio);
        return true;
    }
}
