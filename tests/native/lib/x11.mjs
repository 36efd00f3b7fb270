// The X11 protocol as far as tests need it and xdotool has no word for it: settings of the display, properties of
// windows, and a file manager that drops files (XDND 5). X Window System Protocol, X11R7.7, appendix B "Encoding".
import { once } from 'node:events';
import { createConnection } from 'node:net';

const [stringType, resourceManager] = [31, 23]; // predefined atoms
const [selectionRequest, selectionNotify, clientMessage] = [30, 31, 33];

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

export class X11 {
    // While it is open the display keeps what was set. `name`: ":7".
    static async open(test, name) {
        const socket = createConnection(`/tmp/.X11-unix/X${name.slice(1)}`);
        test.after(() => { socket.destroy(); });
        await once(socket, 'connect');
        return new X11(socket).start();
    }

    constructor(socket) {
        Object.assign(this, { socket, sequence: 0, answers: new Map(), listeners: new Set(), rest: Buffer.alloc(0) });
    }

    async start() {
        const started = new Promise((done) => { this.started = done; });
        this.socket.on('data', (bytes) => { this.take(Buffer.concat([this.rest, bytes])); });
        this.socket.write(Buffer.from([0x6C, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])); // least significant byte first
        const setup = await started;
        if (setup[0] !== 1) throw new Error('the display refuses the connection');
        this.newId = setup.readUInt32LE(12);
        const vendor = -4 & setup.readUInt16LE(24) + 3;
        this.root = setup.readUInt32LE(40 + vendor + setup[29] * 8);
        return this;
    }

    take(bytes) {
        while (bytes.length >= (this.started ? 8 : 32)) {
            const more = this.started ? 8 + bytes.readUInt16LE(6) * 4
                : 32 + (bytes[0] === 1 || bytes[0] === 35 ? bytes.readUInt32LE(4) * 4 : 0);
            if (bytes.length < more) break;
            const message = bytes.subarray(0, more);
            bytes = bytes.subarray(more);
            if (this.started) {
                this.started(message);
                this.started = null;
            } else if (message[0] <= 1) {
                this.answers.get(message.readUInt16LE(2))?.(message);
            } else {
                for (const listener of [...this.listeners]) listener(message);
            }
        }
        this.rest = bytes;
    }

    request(opcode, detail, words, tail = Buffer.alloc(0)) {
        const body = Buffer.alloc(4 + words.length * 4);
        body.writeUInt8(opcode, 0);
        body.writeUInt8(detail, 1);
        words.forEach((word, at) => body.writeUInt32LE(word >>> 0, 4 + at * 4));
        const all = padded(Buffer.concat([body, tail]));
        all.writeUInt16LE(all.length / 4, 2);
        this.socket.write(all);
        return ++this.sequence & 0xFFFF;
    }

    async answer(...request) {
        const message = await new Promise((done) => { this.answers.set(this.request(...request), done); });
        if (message[0] === 0) throw new Error(`the display refuses request ${request[0]}: error ${message[1]}`);
        return message;
    }

    async atom(name) { return (await this.answer(16, 0, [name.length], Buffer.from(name))).readUInt32LE(8); }

    setText(window, property, type, text) {
        const bytes = Buffer.from(text);
        this.request(18, 0, [window, property, type, 8, bytes.length], bytes);
    }

    // The bytes of a property; numbers of 32 bits where it holds such.
    async property(window, name) {
        const message = await this.answer(20, 0, [window, await this.atom(name), 0, 0, 1 << 20]);
        const data = message.subarray(32, 32 + message.readUInt32LE(16) * message[1] / 8);
        return message[1] === 32 ? Array.from({ length: data.length / 4 }, (_, at) => data.readUInt32LE(at * 4)) : data;
    }

    // What `xrdb` sets, such as { 'Xft.dpi': 192 }.
    setResources(resources) {
        const lines = Object.entries(resources).map(([name, value]) => `${name}: ${value}\n`);
        this.setText(this.root, resourceManager, stringType, lines.join(''));
    }

    send(window, event) { this.request(25, 0, [window, 0], event); }

    message(window, type, data) {
        const event = Buffer.alloc(32);
        event.set([clientMessage, 32]);
        [window, type, ...data].forEach((word, at) => event.writeUInt32LE(word >>> 0, 4 + at * 4));
        this.send(window, event);
    }

    event(wanted) {
        return new Promise((done) => {
            const listener = (event) => {
                if (!wanted(event)) return;
                this.listeners.delete(listener);
                done(event);
            };
            this.listeners.add(listener);
        });
    }

    // As a file manager does when files are let go over a window, at a place of the screen.
    async drop(window, uris, x, y) {
        const names = ['Enter', 'Position', 'Status', 'Drop', 'Finished', 'Selection', 'ActionCopy'];
        const [enter, position, status, drop, finished, selection, copy, list] = await Promise.all(
            [...names.map((name) => `Xdnd${name}`), 'text/uri-list'].map((name) => this.atom(name)));
        const source = this.newId++;
        this.request(1, 0, [source, this.root, 0, 1 | 1 << 16, 2 << 16, 0, 0]); // a window that only takes events
        this.request(22, 0, [source, selection, 0]);
        const told = (type) => this.event((event) =>
            (event[0] & 0x7F) === clientMessage && event.readUInt32LE(8) === type);

        const answered = told(status);
        this.message(window, enter, [source, 5 << 24, list, 0, 0]);
        this.message(window, position, [source, 0, x << 16 | y, 0, copy]);
        if (((await answered).readUInt32LE(16) & 1) === 0) throw new Error('the window takes no files');

        const asked = this.event((event) => (event[0] & 0x7F) === selectionRequest);
        const taken = told(finished);
        this.message(window, drop, [source, 0, 0, 0, 0]);
        const ask = await asked;
        const [requestor, property] = [ask.readUInt32LE(12), ask.readUInt32LE(24)];
        this.setText(requestor, property, list, uris.map((uri) => `${uri}\r\n`).join(''));
        const notify = Buffer.alloc(32);
        notify[0] = selectionNotify;
        [ask.readUInt32LE(4), requestor, selection, list, property].forEach((word, at) => notify.writeUInt32LE(word, 4 + at * 4));
        this.send(requestor, notify);
        await taken;
    }
}
