// The page that says what is wrong and what to do, when Release Desk cannot start or cannot go on. It stands in shell.html;
// fallback.js fills it where this module did not arrive. What is stored is brought out by rescue.js, which is loaded only here.
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
    text: {
        title: 'This browser cannot draw the text of Release Desk',
        body: 'It does not let the page draw on a canvas and read the drawing back. Protection against fingerprinting, or an ' +
            'extension, can be the cause: allow canvas for this page, then reload it.',
    },
    download: {
        title: 'Release Desk could not be loaded',
        body: 'A part of it did not arrive. Check the connection and reload the page. If it stays so, the server lacks a ' +
            'file of the site or hands it out in another way than it is stored.',
    },
    memory: {
        title: 'Release Desk ran out of memory',
        body: 'The browser gives this page no more. Close other tabs, then reload the page. If a large file was being ' +
            'opened, nothing of it was kept: open it on a machine with more memory, or divide it.',
    },
    graphics: {
        title: 'The browser stopped drawing Release Desk',
        body: 'It took the graphics away and has not given them back. Everything is still here, and goes on by itself when ' +
            'they return. If they do not, reload the page; a busy or restarted graphics driver can be the cause.',
    },
    unpack: {
        title: 'This browser cannot unpack Release Desk',
        body: 'It is too old for this file. Use a current Firefox, Chrome, Edge or Safari.',
    },
    stopped: {
        title: 'Release Desk had to stop',
        body: 'Something went wrong inside it. Reload the page to go on from what is saved.',
    },
};
const patience = 1500; // ms that what is on its way to the store gets

export class Failure extends Error {
    constructor(kind, cause) {
        super(advice[kind].title, { cause });
        this.kind = kind;
    }
}

// Of what went wrong, only what cannot hold what people typed: messages of the engine about the program, and of this page's
// own scripts; of all others where they came from. Places are file, line and column.
export function report(error) {
    const cause = error?.cause ?? error;
    const engine = typeof WebAssembly === 'object' &&
        [WebAssembly.RuntimeError, WebAssembly.CompileError, WebAssembly.LinkError].some((kind) => cause instanceof kind);
    const told = engine || cause instanceof Failure || [Error, TypeError].includes(cause?.constructor);
    const places = String(cause?.stack ?? '').replace(`${cause?.name}: ${cause?.message}`, '').split('\n')
        .map((line) => line.trim()).filter((line) => /^at \S|^[^\s@]*@\S+$/.test(line));
    const what = `${cause?.name ?? 'Error'}${told ? `: ${cause.message}` : ''}`;
    return ['Release Desk, build @DESK_BUILD@', navigator.userAgent, error?.kind ?? 'stopped', what, ...places].join('\n').slice(0, 4000);
}

const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

// The store goes on answering after the program has stopped drawing, and takes what waits. What it has not taken in time is
// given back, to be exported with the rest: text, as entries of a workspace; null if it cannot be had any longer.
async function unsaved(program) {
    if (!program) return '';
    try {
        for (const start = Date.now(); program.unsaved() && Date.now() - start < patience;) await pause(20);
        return program.unsaved() ? program.unsavedEntries() : '';
    } catch {
        return null;
    }
}

async function offerExport(page, program) {
    const section = page.querySelector('#rescue');
    try {
        const waiting = await unsaved(program);
        const { rescue } = await import('./rescue.js');
        await rescue(section, waiting);
    } catch {
        section.querySelector('p').textContent = 'What is stored in this browser is untouched. To export it from here, ' +
            'reload this page when the connection is there.';
        section.hidden = false;
    }
}

let shown = null; // kind

// The first failure says why: what follows from it is not shown. `program` is there if it has been started.
export function showFailure(error, program) {
    const kind = advice[error?.kind] ? error.kind : 'stopped';
    if (shown && shown !== 'graphics') return;
    shown = kind;
    document.getElementById('loading')?.remove();
    document.getElementById('stage').classList.add('gone');
    document.body.style.backgroundColor = ''; // page.css has that of the same theme, and of forced colours
    const page = document.getElementById('failure');
    const { title, body } = advice[kind];
    page.querySelector('h1').textContent = title;
    page.querySelector('h1 + p').textContent = body;
    page.querySelector('pre').textContent = report(error);
    page.querySelector('button').onclick = () => location.reload();
    page.hidden = false;
    document.title = `${title} · OctoAcme Release Desk`;
    page.querySelector('h1').focus();
    offerExport(page, program);
}

// What was wrong has passed.
export function hideFailure(kind) {
    if (shown !== kind) return;
    shown = null;
    document.getElementById('failure').hidden = true;
    document.getElementById('stage').classList.remove('gone');
}
