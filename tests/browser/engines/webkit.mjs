// WebKit (WebKitGTK's MiniBrowser), driven over W3C WebDriver. A driver has one session; every profile is a browser of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const element = 'element-6066-11e4-a52e-4f735466cecf'; // WebDriver §12: what refers to an element
const toolbar = 38; // pixels of the window that are not the page's
const patience = 20_000; // ms

// Asks again and again until there is an answer.
async function until(what, ask) {
    for (const end = Date.now() + patience; Date.now() < end;) {
        const answer = await ask();
        if (answer) return answer;
        await new Promise((again) => { setTimeout(again, 20); });
    }
    throw new Error(`there is never ${what}`);
}

const freePort = () => new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => done(port));
    });
});

// In the page, once it is loaded: this driver tells nothing of its console and of what it throws. What goes wrong before that
// keeps the page from starting.
function complain() {
    window.complaints = [];
    const add = (kind, what) => window.complaints.push(`${kind}: ${what}`);
    for (const kind of ['error', 'warn']) {
        const say = console[kind];
        console[kind] = (...words) => { add(kind, words.join(' ')); say.apply(console, words); };
    }
    addEventListener('error', ({ message, filename, lineno }) => add('thrown', `${message} ${filename}:${lineno}`));
    addEventListener('unhandledrejection', ({ reason }) => add('rejected', reason));
    addEventListener('securitypolicyviolation', (event) => add('forbidden', `${event.blockedURI} ${event.violatedDirective}`));
}

class Tab {
    static async open(env, folder, url, size) {
        const tab = new Tab();
        tab.home = mkdtempSync(join(folder, 'home-'));
        tab.complaints = [];
        const port = await freePort();
        tab.root = `http://127.0.0.1:${port}`;
        tab.process = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...env, HOME: tab.home }, stdio: 'ignore' });
        try {
            await tab.#begin(url, size);
        } catch (error) {
            tab.process.kill();
            throw error;
        }
        return tab;
    }

    async #begin(url, { width, height }) {
        await until('a driver', () => this.send('GET', '/status').catch(() => null));
        const { sessionId } = await this.send('POST', '/session', { capabilities: {} });
        this.session = `/session/${sessionId}`;
        await this.command('window/rect', { x: 0, y: 0, width, height: height + toolbar });
        await this.#load('url', { url });
    }

    // The driver may answer while the page before is still there.
    async #load(command, body) {
        await this.#listen();
        await this.evaluate('() => { window.before = true; }', []);
        await this.command(command, body);
        const there = "() => window.before === undefined && document.readyState === 'complete'";
        await until('a page', () => this.evaluate(there, []).catch(() => false)); // a script ends with its page
        await this.evaluate(String(complain), []);
    }

    // Takes what the page has complained of so far.
    async #listen() { this.complaints.push(...await this.evaluate('() => window.complaints?.splice(0) ?? []', [])); }

    async send(method, path, body) {
        const answer = await fetch(this.root + path, { method, body: body && JSON.stringify(body) });
        const { value } = await answer.json();
        if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
        return value;
    }

    command(name, body = {}) { return this.send('POST', `${this.session}/${name}`, body); }

    async #call(source, args) {
        const { value, error } = await this.command('execute/async', { args, script: `const given = [...arguments], done = given.pop();
            (async () => (${source})(...given))().then((value) => done({ value }), (error) => done({ error: String(error) }));` });
        if (error) throw new Error(error);
        return value;
    }

    evaluate(source, args) { return this.#call(source, args); }
    reach(source, args) { return this.#call(source, args); }
    show() {} // it has a window of its own
    perform(actions) { return this.command('actions', { actions }); }
    move(where) { return where === 'reload' ? this.#load('refresh') : this.command(where); }

    async knows(reference, role, name) {
        const told = (what) => this.send('GET', `${this.session}/element/${reference[element]}/${what}`);
        return await told('computedrole') === role && await told('computedlabel') === name;
    }

    // WebDriver dismisses the dialog for a file at once. The page does not hear of that, and gets the file afterwards.
    async fileAsked() {
        await this.evaluate(`() => {
            addEventListener('cancel', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
        }`, []);
        return { setFiles: async (path) => {
            const [picker] = await this.reach("() => [document.querySelector('input[type=file]')]", []);
            await this.command(`element/${picker[element]}/value`, { text: path });
        } };
    }

    // Nothing tells of a download; a file has its name once it is complete.
    async downloaded() {
        const name = await until('a download', () => readdirSync(this.home).find((each) => each.endsWith('.json')));
        const path = join(mkdtempSync(join(this.home, 'taken-')), name);
        renameSync(join(this.home, name), path);
        return { suggestedFilename: () => name, path: () => path };
    }

    async close() {
        try {
            await this.#listen();
            await this.send('DELETE', this.session); // and its browser
        } finally {
            this.process.kill();
        }
    }
}

export class WebKit {
    // On the display of `env`; `folder` takes profiles and downloads.
    static async start(env, folder) {
        return new WebKit({
            ...env,
            WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // it does not start for root, or in a container; off in tests only
            NO_AT_BRIDGE: '1', // there is no bus for assistive tools
            LP_NUM_THREADS: '1', // Mesa's threads would wait for each other: other tests run on the same cores
        }, folder);
    }

    constructor(env, folder) { Object.assign(this, { env, folder }); }
    open(url, size) { return Tab.open(this.env, this.folder, url, size); }
    close() {}
}
