// Asks before the page goes while something is not saved yet. Listening costs the browser's back-forward cache, so the
// listener is there only as long as there is a reason.
const ask = (event) => {
    event.preventDefault();
    event.returnValue = true; // older browsers
};

export function makeLeavingGuard(program) {
    let asking = false;
    return () => {
        const unsaved = program.unsaved();
        if (unsaved === asking) return;
        asking = unsaved;
        if (asking) addEventListener('beforeunload', ask);
        else removeEventListener('beforeunload', ask);
    };
}
