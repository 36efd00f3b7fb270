// A file in a link: compressed into the fragment of this page's address, which browsers keep for themselves and send to no
// server. "deflate" is zlib's format (RFC 1950): raw deflate with a checksum, so that a link that was cut or changed on its
// way is noticed.
import { bytesAt } from './memory.js';
import { decoded, encoded, through } from './packed.js';

const format = 'deflate';
const start = '#/share/';
const most = 64 * 1024 * 1024; // bytes of a file, as in files.js

export const carriesFile = (fragment) => fragment.startsWith(start);

async function linkTo(bytes) {
    const packed = await new Response(through(bytes, new CompressionStream(format))).arrayBuffer();
    return location.href.split('#')[0] + start + encoded(new Uint8Array(packed));
}

// No more than a little over what a file may have: enough for the core to refuse it. What follows the data, a full stop or
// a bracket, was put there by what passed the link on.
async function fileIn(fragment) {
    const [data] = /^[\w-]*/.exec(fragment.slice(start.length));
    const reader = through(decoded(data), new DecompressionStream(format)).getReader();
    const parts = [];
    for (let size = 0; size <= most;) {
        const { done, value } = await reader.read();
        if (done) break;
        parts.push(value);
        size += value.length;
    }
    reader.cancel().catch(() => {}); // there may be more, and nobody wants it
    return new Uint8Array(await new Blob(parts).slice(0, most + 1).arrayBuffer());
}

export class Sharing {
    constructor(memory) {
        this.memory = memory;
    }

    connect(program, loop) {
        this.program = program;
        this.loop = loop;
    }

    async make(answer, at, count) {
        const bytes = bytesAt(this.memory, at, count).slice(); // the heap may move before it is compressed
        this.program.linkMade(answer, await linkTo(bytes).catch(() => ''));
        this.loop.run();
    }

    async open(fragment) {
        const bytes = await fileIn(fragment).catch(() => null);
        this.program.linkArrived(bytes, typeof DecompressionStream === 'function');
        this.loop.run();
    }
}
