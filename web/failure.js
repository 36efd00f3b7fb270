// The page that says what is wrong and what to do, when Release Desk cannot start or cannot go on.
const advice = {
    wasm: {
        title: 'This browser cannot run Release Desk',
        body: 'It has no WebAssembly, or it is switched off. Use a current Firefox, Chrome, Edge or Safari. ' +
            'Where a policy switches WebAssembly off (lockdown mode, for example), allow it for this page.',
    },
    webgl: {
        title: 'This browser cannot draw Release Desk',
        body: 'It gives no WebGL2. Use a current Firefox, Chrome, Edge or Safari, and switch hardware acceleration on ' +
            'in its settings. On a remote desktop the graphics driver may be missing.',
    },
    download: {
        title: 'Release Desk could not be loaded',
        body: 'A part of it did not arrive. Check the connection and reload the page. If it stays so, the server lacks a ' +
            'file of the site or hands it out in another way than it is stored.',
    },
    stopped: {
        title: 'Release Desk had to stop',
        body: 'Something went wrong inside it. What it showed as saved is stored in this browser. Reload the page to go on.',
    },
};

export class StartFailure extends Error {
    constructor(kind, cause) {
        super(advice[kind].title, { cause });
        this.kind = kind;
    }
}

export function showFailure(error) {
    const { title, body } = advice[error?.kind] ?? advice.stopped;
    document.getElementById('loading')?.remove();
    const stage = document.getElementById('stage');
    stage.hidden = true;
    const page = document.getElementById('failure');
    page.querySelector('h1').textContent = title;
    page.querySelector('p').textContent = body;
    const cause = error?.cause ?? error;
    page.querySelector('pre').textContent = String(cause?.stack ?? cause ?? '').slice(0, 4000);
    page.querySelector('details').hidden = !cause;
    page.querySelector('button').addEventListener('click', () => location.reload());
    page.hidden = false;
    page.querySelector('h1').focus();
}
