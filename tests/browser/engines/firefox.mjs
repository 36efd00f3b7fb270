// Firefox, driven over WebDriver BiDi. Every profile is a container of its own (a "user context"), with its own database.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';

const patience = 20_000; // ms until an event is missed
// Without a graphics card Firefox takes WebGL for too slow; most of its time goes into pictures, so there are fewer a second.
// The rest is what a first start would show or fetch.
const preferences = {
    'webgl.force-enabled': true,
    'layout.frame_rate': 20,
    'browser.aboutwelcome.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.normandy.enabled': false,
    'services.settings.server': 'data:,#',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
};

class Tab {
    constructor(browser, context) {
        this.browser = browser;
        this.context = context;
        this.complaints = [];
    }

    async #call(source, args) {
        const answer = await this.browser.send('script.callFunction', {
            functionDeclaration: source, awaitPromise: true, target: { context: this.context },
            arguments: args.map((value) => ({ type: 'string', value })) });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return answer.result;
    }

    async evaluate(source, args) {
        const { value } = await this.#call(
            `async (given) => JSON.stringify(await (${source})(...JSON.parse(given))) ?? 'null'`, [JSON.stringify(args)]);
        return JSON.parse(value);
    }

    async reach(source, args) {
        const { value } = await this.#call(`async (given) => (${source})(...JSON.parse(given))`, [JSON.stringify(args)]);
        return value.map(({ sharedId }) => ({ type: 'element', element: { sharedId } }));
    }

    show() { return this.browser.send('browsingContext.activate', { context: this.context }); }
    perform(actions) { return this.browser.send('input.performActions', { context: this.context, actions }); }

    async move(where) {
        if (where === 'reload') await this.browser.send('browsingContext.reload', { context: this.context, wait: 'complete' });
        else await this.browser.send('browsingContext.traverseHistory', { context: this.context, delta: where === 'back' ? -1 : 1 });
    }

    async knows({ element }, role, name) {
        const { nodes } = await this.browser.send('browsingContext.locateNodes', { context: this.context,
            locator: { type: 'accessibility', value: { role, name } }, startNodes: [element], maxNodeCount: 1 });
        return nodes[0]?.sharedId === element.sharedId;
    }

    async fileAsked() {
        const { element } = await this.browser.event('input.fileDialogOpened', this.context);
        return { setFiles: (path) => this.browser.send('input.setFiles', { context: this.context, element, files: [path] }) };
    }

    async downloaded() {
        const begun = this.browser.event('browsingContext.downloadWillBegin', this.context);
        const ended = this.browser.event('browsingContext.downloadEnd', this.context);
        const { suggestedFilename } = await begun;
        const { filepath } = await ended;
        return { suggestedFilename: () => suggestedFilename, path: () => filepath };
    }

    close() { return this.browser.send('browsingContext.close', { context: this.context }); }
}

export class Firefox {
    // On the display of `env`; `folder` takes profile and downloads.
    static async start(env, folder) {
        const profile = join(folder, 'profile');
        const downloads = join(folder, 'downloads');
        for (const each of [profile, downloads]) mkdirSync(each);
        writeFileSync(join(profile, 'user.js'), Object.entries(preferences)
            .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
        const browser = new Firefox();
        browser.process = spawn('firefox-esr', ['--remote-debugging-port=0', '--no-remote', '--profile', profile,
            'about:blank'],
        { env: { ...env, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] });
        try {
            await browser.#begin(downloads);
        } catch (error) {
            await browser.close();
            throw error;
        }
        return browser;
    }

    constructor() {
        this.calls = new Map(); // by id: whom the answer goes to
        this.waiting = []; // for an event
        this.tabs = new Map(); // by context
    }

    async #begin(downloads) {
        await this.#connect(await this.#address());
        await this.send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'ignore' } } } });
        await this.send('session.subscribe', { events: ['log.entryAdded', 'input.fileDialogOpened',
            'browsingContext.downloadWillBegin', 'browsingContext.downloadEnd'] });
        await this.send('browser.setDownloadBehavior', { downloadBehavior: { type: 'allowed', destinationFolder: downloads } });
    }

    #address() {
        return new Promise((done, failed) => {
            let said = '';
            this.process.on('error', failed);
            this.process.on('exit', (status) => failed(new Error(`Firefox ended with ${status}\n${said}`)));
            this.process.stderr.on('data', (bytes) => {
                said += bytes;
                const address = said.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
                if (address) done(address);
            });
        });
    }

    async #connect(address) {
        this.socket = new WebSocket(`${address}/session`);
        this.socket.on('message', (bytes) => this.#heard(JSON.parse(bytes)));
        await new Promise((done, failed) => { this.socket.once('open', done).once('error', failed); });
    }

    #heard(message) {
        if (message.type === 'event') return this.#happened(message.method, message.params);
        const { done, failed, method } = this.calls.get(message.id);
        this.calls.delete(message.id);
        if (message.type === 'error') failed(new Error(`${method}: ${message.error}: ${message.message}`));
        else done(message.result);
        return undefined;
    }

    #happened(method, params) {
        if (method === 'log.entryAdded') {
            const { level, text, stackTrace } = params;
            const lines = stackTrace?.callFrames.map((frame) => `${frame.url}:${frame.lineNumber}`).join(' ') ?? '';
            if (level === 'error' || level === 'warn') this.tabs.get(params.source.context)?.complaints.push(`${text} ${lines}`);
        }
        for (const waiting of this.waiting.filter((each) => each.method === method && each.context === params.context)) {
            this.waiting.splice(this.waiting.indexOf(waiting), 1);
            waiting.done(params);
        }
    }

    event(method, context) {
        return new Promise((done, failed) => {
            const timer = setTimeout(() => failed(new Error(`there is never ${method}`)), patience);
            this.waiting.push({ method, context, done: (params) => { clearTimeout(timer); done(params); } });
        });
    }

    send(method, params) {
        const id = (this.last = (this.last ?? 0) + 1);
        return new Promise((done, failed) => {
            this.calls.set(id, { done, failed, method });
            this.socket.send(JSON.stringify({ id, method, params }));
        });
    }

    // A tab of that size in a new, empty profile.
    async open(url, size) {
        const { userContext } = await this.send('browser.createUserContext', {});
        const { context } = await this.send('browsingContext.create', { type: 'tab', userContext });
        const tab = new Tab(this, context);
        this.tabs.set(context, tab);
        await this.send('browsingContext.setViewport', { context, viewport: size });
        await this.send('browsingContext.navigate', { context, url, wait: 'complete' });
        return tab;
    }

    // At once: there is nothing to keep.
    async close() {
        const { process } = this;
        if (process.pid === undefined || process.exitCode !== null || process.signalCode !== null) return;
        const ended = new Promise((done) => { process.removeAllListeners('exit').once('exit', done); });
        process.kill('SIGKILL');
        await ended;
    }
}
