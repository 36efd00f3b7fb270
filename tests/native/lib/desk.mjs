// The window as a user of assistive technology has it: elements by role and name, from what --semantics tells.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const program = resolve(process.env.DESK_BIN ?? 'build/native/bin', 'release-desk');
const patience = 20_000; // ms

export class DeskWindow {
    static open(test, display, home, ...args) { return DeskWindow.start(program, test, display, home, ...args); }

    // `home` is the user's home folder. No other program is on its PATH: no dialogs, no settings of the desktop.
    // Of a program that lies elsewhere.
    static async start(path, test, display, home, ...args) {
        const desk = new DeskWindow(path, display, home, args);
        test.after(() => desk.process.kill());
        await desk.until('the first tree', () => desk.nodes.length > 0);
        desk.window = display.do('search', '--sync', '--onlyvisible', '--pid', desk.process.pid).split('\n')[0];
        display.do('windowfocus', '--sync', desk.window);
        return desk;
    }

    constructor(path, display, home, args) {
        this.display = display;
        this.nodes = [];
        this.lines = 0;
        this.messages = '';
        this.process = spawn(path, ['--semantics', 'fd:3', ...args],
            { env: { ...display.env, HOME: home, PATH: home, XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', GTK_THEME: '' }, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
        this.process.stderr.on('data', (bytes) => { this.messages += bytes; });
        this.ended = new Promise((done) => this.process.on('exit', (status, signal) => done(status ?? signal)));
        this.waiting = new Set();
        let rest = '';
        this.process.stdio[3].setEncoding('utf8').on('data', (text) => {
            const lines = (rest + text).split('\n');
            rest = lines.pop();
            this.lines += lines.length;
            if (lines.length > 0) Object.assign(this, { notice: '' }, JSON.parse(lines.at(-1)));
            for (const look of this.waiting) look();
        });
    }

    // Waits until `true_` says so of the tree, whenever the tree changes.
    until(what, true_) {
        return new Promise((done, failed) => {
            const end = (act, value) => {
                this.waiting.delete(look);
                clearTimeout(timer);
                act(value);
            };
            const look = () => {
                const found = true_();
                if (found) end(done, found);
            };
            const timer = setTimeout(() => end(failed, new Error(`there is never ${what}\n${this.picture()}\n${this.messages}`)),
                patience);
            this.waiting.add(look);
            this.ended.then((status) => end(failed, new Error(`the window ended with ${status}: ${this.messages}`)));
            look();
        });
    }

    picture() { return this.nodes.map((n) => `${n.role} "${n.name ?? ''}" ${n.value ?? ''} ${n.states ?? ''}`).join('\n'); }

    // The present element of that role and name (a text, or a pattern), or undefined. What lies under a dialog is out of reach.
    find(role, name) {
        const dialog = this.nodes.findLastIndex((n) => n.states?.includes('modal'));
        const parts = new Set(dialog < 0 ? this.nodes.map((n) => n.id) : []);
        if (dialog >= 0) {
            parts.add(this.nodes[dialog].id);
            for (const n of this.nodes.slice(dialog + 1)) if (parts.has(n.parent)) parts.add(n.id);
        }
        return this.nodes.find((n) => parts.has(n.id) && n.role === role &&
            (name instanceof RegExp ? name.test(n.name ?? '') : n.name === name));
    }

    see(role, name) { return this.until(`${role} "${name}"`, () => this.find(role, name)); }
    gone(role, name) { return this.until(`an end of ${role} "${name}"`, () => !this.find(role, name)); }

    async click(role, name) {
        const { box: [x, y, w, h] } = await this.see(role, name);
        this.display.do('windowfocus', '--sync', this.window);
        this.display.do('windowraise', this.window);
        this.display.do('mousemove', '--window', this.window, Math.round(x + w / 2), Math.round(y + h / 2), 'click', 1);
    }

    async fill(name, text) {
        await this.click('textbox', name);
        this.display.do('key', '--clearmodifiers', 'ctrl+a');
        this.display.do('type', '--clearmodifiers', '--delay', 5, text);
        await this.until(`"${text}" in ${name}`, () => this.find('textbox', name)?.value === text);
    }

    // By the keyboard; the exit status.
    async close() {
        this.display.do('windowfocus', '--sync', this.window);
        this.display.do('key', '--clearmodifiers', 'ctrl+q');
        return this.ended;
    }

    // User and system time so far (proc(5), fields 14 and 15, in clock ticks of 1/100 s).
    cpuSeconds() {
        const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
        return (Number(fields[11]) + Number(fields[12])) / 100;
    }
}
