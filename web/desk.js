// Starts Release Desk in the page and connects its parts. `home` is what differs between the page of the site (page.js) and
// the page that is one file (single.js):
//   kind            as page_home answers (web/imports.hpp)
//   loader()        the module that Emscripten wrote
//   part(name)      a Response with a part of the compiled program
//   connect(…)      once all of the program is here
//   renew()         goes over to the next version      saveProgram()   offers the program as a file: was it there?
import { Failure, hideFailure, showFailure } from './failure.js';
import { Keys } from './input/keys.js';
import { Pointer } from './input/pointer.js';
import { connectWheel } from './input/wheel.js';
import { Loop } from './loop.js';
import { MirrorEvents } from './mirror/events.js';
import { Fields } from './mirror/fields.js';
import { Mirror } from './mirror/mirror.js';
import { Selecting } from './mirror/selecting.js';
import { Parts } from './parts.js';
import { Address } from './platform/address.js';
import { copyText } from './platform/clipboard.js';
import { Files } from './platform/files.js';
import { makeLeavingGuard } from './platform/leaving.js';
import { putText, textAt, wordsAt } from './platform/memory.js';
import { connectPreferences, systemLook } from './platform/preferences.js';
import { Sharing } from './platform/share.js';
import { connectViewport } from './platform/viewport.js';
import { ownZone, zoneOffsetMinutes } from './platform/zones.js';
import { Program } from './program.js';
import { showCursor, showTheme } from './shown.js';
import { Surface } from './surface.js';
import { makeGlyphs } from './text/glyphs.js';

async function load(home, platform, parts) {
    if (typeof WebAssembly !== 'object') throw new Failure('wasm');
    try {
        const { default: instantiate } = await home.loader();
        return await new Promise((resolve, reject) => {
            instantiate({ platform, instantiateWasm: parts.instantiator(reject) }).then(resolve, reject);
        });
    } catch (error) {
        throw error instanceof Failure ? error : new Failure('download', error);
    }
}

// What C++ calls (web/bridge.js). `heap` is added by the program itself.
function makePlatform(home, parts) {
    const platform = { home: home.kind, renew: home.renew };
    return Object.assign(platform, makeGlyphs(platform), {
        applyPatch: (...words) => parts.mirror.apply(platform, ...words),
        saveFile: (...file) => parts.files.save(...file),
        makeLink: (...file) => { parts.sharing.make(...file); },
        openFiles: () => parts.files.pick(),
        copyText: (at, bytes) => { copyText(textAt(platform, at, bytes)); },
        showAddress: (at, bytes, instead) => parts.address.show(textAt(platform, at, bytes), instead),
        openMail: (at, bytes) => {
            Object.assign(document.createElement('a'), { href: textAt(platform, at, bytes) }).click();
        },
        copyLink: (at, bytes) => { copyText(new URL(textAt(platform, at, bytes), location.href).href); },
        showTitle: (at, bytes) => { document.title = textAt(platform, at, bytes); },
        look: (at) => wordsAt(platform, at, 9).set(systemLook()),
        zoneOffset: (at, bytes, utcMs) => zoneOffsetMinutes(textAt(platform, at, bytes), utcMs),
        ownZone: (at, room) => putText(platform, at, room, ownZone()),
        wake: () => parts.loop?.runSoon(),
        fetchRest: () => { parts.fetchRest(); },
        outOfMemory: () => { throw new Failure('memory'); },
        saveProgram: async (answer) => {
            parts.program.programSaved(answer, await home.saveProgram());
            parts.loop.run();
        },
    });
}

async function start(home, parts) {
    const stage = document.getElementById('stage');
    parts.address = new Address();
    const platform = makePlatform(home, parts);
    parts.files = new Files(platform);
    parts.sharing = new Sharing(platform);
    const apple = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform);
    const programParts = new Parts(home.part);
    const program = new Program(await load(home, platform, programParts), platform, apple);
    if (!program.started) throw new Failure('webgl');

    const surface = new Surface(document.getElementById('canvas'), program);
    const loop = new Loop(program, surface);
    const fields = new Fields(program);
    const mirror = new Mirror(document.getElementById('mirror'), fields);
    Object.assign(parts, { program, loop, fields, mirror });
    loop.onFailure = (error) => showFailure(error, program);
    const guardLeaving = makeLeavingGuard(program);
    loop.afterFrame = (drawn) => {
        guardLeaving();
        if (!drawn) return;
        fields.pictured();
        showCursor(stage, program);
        showTheme(program);
    };

    fields.connect(mirror, loop);
    parts.events = new MirrorEvents(mirror, program, loop);
    parts.selecting = new Selecting(mirror, program);
    new Pointer(stage, parts);
    new Keys(stage, parts);
    connectWheel(stage, parts);
    parts.files.connect(program, loop);
    parts.sharing.connect(program, loop);
    parts.address.connect(program, loop, parts.sharing);
    connectPreferences(program, loop);
    surface.connect(loop);
    surface.onGone = (gone) => {
        if (gone) showFailure(new Failure('graphics'), program);
        else hideFailure('graphics');
    };
    connectViewport(stage, surface);

    parts.fetchRest = async () => {
        const here = await programParts.fetchRest().then(() => true, (error) => { console.info(error); return false; });
        program.restArrived(here);
        loop.runSoon();
    };

    parts.address.takeShared();
    program.open(parts.address.current, document.documentElement.dataset.theme ?? ''); // theme.js
    loop.run();
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    document.getElementById('loading')?.remove();
    const whole = parts.fetchRest();
    whole.then(() => home.connect(program, loop));
    return { loop, program, whole };
}

// For tests and the curious: when the first picture is there, when all of the program is, how many frames there were,
// whether another one is to come, where the text cursor is drawn.
function diagnostics(started) {
    let loop = null, program = null;
    return Object.freeze({
        ready: started.then((app) => { ({ loop, program } = app); }),
        whole: started.then((app) => app.whole),
        get caret() { return program?.caret() ?? null; },
        get frames() { return { ...(loop?.counts ?? { logical: 0, drawn: 0 }), idle: loop?.idle ?? false }; },
    });
}

// The program traps wherever it is called: also for an answer of the storage, a file, a key. It can be asked for what is
// not saved, but not go on.
function stopAfter(error, parts) {
    const trapped = typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
    if (!trapped && !(error instanceof Failure)) return;
    parts.loop?.stop();
    showFailure(error, parts.program);
}

export function openDesk(home) {
    const parts = {};
    addEventListener('error', (event) => stopAfter(event.error, parts));
    addEventListener('unhandledrejection', (event) => stopAfter(event.reason, parts));
    const started = start(home, parts);
    window.releaseDesk = diagnostics(started);
    started.catch((error) => {
        showFailure(error, parts.program);
        console.error(error.cause ?? error);
    });
}
