// The clock of a page, which can be set forward. Timers go on as ever.

// Before a page of the context is opened: `window.clockAhead` says by how much, in milliseconds.
export function movableClock(context) {
    return context.addInitScript(() => {
        const real = Date.now;
        window.clockAhead = 0;
        Date.now = () => real() + window.clockAhead;
    });
}

// What was said in passing is over, at once: in the pictures of a moment ten seconds later.
export const letToastsGo = (page) => page.evaluate(async () => {
    const now = Date.now;
    Date.now = () => now() + 10_000;
    document.dispatchEvent(new Event('visibilitychange')); // draws
    for (let i = 0; i < 2; ++i) await new Promise((drawn) => { requestAnimationFrame(drawn); });
    Date.now = now;
});
