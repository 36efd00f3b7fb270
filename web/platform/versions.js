// This version of the program and the next one. The service worker (web/worker.js) keeps this one, for when there is no
// connection, and fetches the next one whole; which is shown is for the person to decide.

// A browser that knows Trusted Types takes no other text than this for the address of a script.
const worker = 'worker.js';
const address = globalThis.trustedTypes?.createPolicy('release-desk', { createScriptURL: () => worker }).createScriptURL('') ?? worker;

export class Versions {
    // Only when all of this version is here: what the worker fetches must not hold up the start.
    async connect(program, loop) {
        const workers = navigator.serviceWorker;
        const registration = await workers?.register(address, { updateViaCache: 'none' })
            .catch((error) => { console.info(error); });
        if (!registration) return;
        this.registration = registration;
        workers.controller?.postMessage('opened');
        const tell = () => {
            program.versionReady();
            loop.runSoon();
        };
        // Without a controller the page came from the server just now.
        const look = () => { if (registration.waiting && workers.controller) tell(); };
        const watch = () => { registration.installing?.addEventListener('statechange', look); };
        registration.addEventListener('updatefound', watch);
        if (workers.controller) workers.addEventListener('controllerchange', tell); // another tab went over to it
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden) registration.update().catch(() => {}); // it is tried again the next time
        });
        watch();
        look();
    }

    renew() {
        const { waiting } = this.registration;
        if (!waiting) return location.reload();
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
        return waiting.postMessage('go over');
    }
}
