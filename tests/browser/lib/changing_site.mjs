// A site that may become another build, be away, and come back, at one address.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fill, integrityOf, write } from '../../../scripts/lib/site_files.mjs';
import { serve } from '../../../scripts/serve.mjs';

const built = process.env.DESK_SITE;
const worker = new URL('../../../web/worker.js', import.meta.url); // not filled yet
const rest = 'release-desk.rest.wasm';

const filesOf = (folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.(br|gz)$/.test(path))
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));

// A part of a wasm file that nothing reads (WebAssembly core specification, §5.5.3): the same program in other bytes.
const remark = (words) => Buffer.from([0, words.length + 1, words.length, ...Buffer.from(words)]);

// The site as another build of it: its page tells which one, its second part is one that fits no other page.
export function build(edition) {
    const files = filesOf(built);
    const file = (name) => files.find((each) => each.name === name);
    const change = (name, from, to) => {
        const words = file(name).bytes.toString('utf8');
        if (!words.includes(from)) throw new Error(`${name} has no ${from}`);
        file(name).bytes = Buffer.from(words.replace(from, to));
    };
    change('index.html', '<title>', `<meta name="edition" content="${edition}">\n<title>`);
    const before = integrityOf(file(rest).bytes);
    file(rest).bytes = Buffer.concat([file(rest).bytes, remark(edition)]);
    change('page.js', before, integrityOf(file(rest).bytes));
    file('worker.js').bytes = readFileSync(worker);
    for (const each of files) each.beside = /^(release-desk\.html|_headers)$/.test(each.name);
    return fill(files);
}

export class ChangingSite {
    constructor() {
        this.folder = mkdtempSync(join(tmpdir(), 'desk-site-'));
    }

    publish(files) { write(this.folder, files, { compressed: false }); }

    async start() {
        this.server = await serve(this.folder, { port: this.port ?? 0 });
        this.port = this.server.port;
        this.url = this.server.url;
    }

    stop() { return this.server.close(); }

    async remove() {
        await this.stop();
        rmSync(this.folder, { recursive: true });
    }
}
