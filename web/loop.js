// When frames run. An event runs logical frames at once, so that state and mirror are current when
// its handler returns; pictures follow in animation frames: three after the last event, then none are pending.
const picturesAfterEvent = 3;
const mostFramesInARow = 8; // a view that never settles goes on with the next picture

export class Loop {
    constructor(program, surface) {
        this.program = program;
        this.surface = surface;
        this.counts = { logical: 0, drawn: 0 };
        this.request = 0;
        this.timer = 0;
        this.left = 0;
        this.running = false;
        this.soon = false;
        this.stopped = false;
        this.afterFrame = () => {};
        this.onFailure = () => {};
        document.addEventListener('visibilitychange', () => {
            if (document.hidden) return;
            surface.repaint();
            this.wake();
        });
    }

    get idle() { return this.request === 0 && this.timer === 0; }
    pending() { return this.program.pending(); }

    // For handlers of events: everything is current when it returns. The first frame acts, the next one shows it: what a
    // button changed may have been drawn before the button.
    run() {
        if (this.running) return this.wake(); // an event of our own making, inside a frame
        for (let frames = 0; frames < 2 || (frames < mostFramesInARow && this.pending()); ++frames) this.frame(false);
        this.wake();
    }

    // For what arrives by itself, from inside of the program: an answer of the storage, news of another tab.
    runSoon() {
        if (this.soon) return;
        this.soon = true;
        queueMicrotask(() => {
            this.soon = false;
            this.run();
        });
    }

    // Pictures only: what the pointer hovers.
    wake(pictures = picturesAfterEvent) {
        this.left = Math.max(this.left, pictures);
        if (!this.stopped && this.request === 0) this.request = requestAnimationFrame(() => this.picture());
    }

    picture() {
        this.request = 0;
        this.surface.update(); // no event tells every change of the pixel ratio
        this.frame(true);
        this.left -= 1;
        if (this.left > 0 || this.pending()) this.wake(1);
        else this.waitFor(this.program.wantsFrame());
    }

    waitFor(seconds) {
        clearTimeout(this.timer);
        this.timer = 0;
        if (this.stopped || seconds < 0) return;
        if (seconds === 0) this.wake(1);
        else this.timer = setTimeout(() => { this.timer = 0; this.wake(1); }, Math.min(seconds, 86400) * 1000);
    }

    frame(draw) {
        if (this.stopped) return;
        this.running = true;
        try {
            this.program.frame(draw);
            this.counts.logical += 1;
            if (draw) this.counts.drawn += 1;
        } catch (error) {
            this.stop();
            this.onFailure(error);
            throw error;
        } finally {
            this.running = false;
        }
        this.afterFrame(draw);
    }

    stop() {
        this.stopped = true;
        cancelAnimationFrame(this.request);
        clearTimeout(this.timer);
        this.request = this.timer = 0;
    }
}
