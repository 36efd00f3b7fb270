// Text that the view copies. Text fields copy, cut and paste by themselves.

// Without a secure context there is no asynchronous clipboard: the old command copies what its event is given.
function copyByCommand(text) {
    const give = (event) => {
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    document.addEventListener('copy', give, { capture: true, once: true });
    const done = document.execCommand('copy');
    document.removeEventListener('copy', give, { capture: true });
    return done;
}

// Within an event of the person: browsers allow it there only.
export async function copyText(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch (error) {
        if (!copyByCommand(text)) console.warn('The browser did not let Release Desk copy.', error);
    }
}
