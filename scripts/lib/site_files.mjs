// The files of the site: what is filled into them, and how they are put into the folder that a server hands out. A file is
// { name, bytes, beside }, its name relative to the folder; `beside`: published with the app, and no part of it.
//
// In text files is filled in:
//   @DESK_BUILD@        a digest of all files, by which the service worker keys its cache
//   @DESK_SHA256:NAME@  the digest of the file NAME that is no text, as `integrity` wants it; nothing if there is none
//   @DESK_FILES@        all files of the app and their digests as a JSON object; in the service worker, which is not among
//                       them, after everything else
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.webmanifest', '.txt']);
const compressible = new Set([...text, '.wasm']);
const isText = ({ name }) => text.has(extname(name));

// As <script integrity> and fetch() want it (Subresource Integrity).
export const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

function digest(files) {
    const hash = createHash('sha256');
    for (const { name, bytes } of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
    return hash.digest('hex').slice(0, 16);
}

export function fill(given) {
    const files = [...given].sort((a, b) => (a.name < b.name ? -1 : 1));
    const build = digest(files);
    const digestOf = (_, name) => {
        const file = files.find((each) => each.name === name);
        return file && !isText(file) ? integrityOf(file.bytes) : '';
    };
    // A page is not told to preload a module that is not there, since it may be part of a bundle.
    const here = (line, module) => (files.some((file) => file.name === module) ? line : '');
    const filled = files.map((file) => {
        if (!isText(file) || file.beside) return file;
        const words = file.bytes.toString('utf8').replaceAll('@DESK_BUILD@', build)
            .replace(/@DESK_SHA256:([^@]+)@/g, digestOf).replace(/<link rel="modulepreload" href="([^"]+)">\n/g, here);
        return { ...file, bytes: Buffer.from(words) };
    });
    const isWorker = (file) => isText(file) && file.bytes.includes('@DESK_FILES@');
    const ofApp = filled.filter((file) => !file.beside && !isWorker(file));
    const digests = JSON.stringify(Object.fromEntries(ofApp.map(({ name, bytes }) => [name, integrityOf(bytes)])));
    return filled.map((file) =>
        isWorker(file) ? { ...file, bytes: Buffer.from(file.bytes.toString('utf8').replaceAll('@DESK_FILES@', digests)) } : file);
}

// What shrinks is stored compressed too, for servers that hand out prepared files.
function variants({ name, bytes }) {
    if (!compressible.has(extname(name))) return [];
    const brotli = brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    return [
        { name: `${name}.br`, bytes: brotli },
        { name: `${name}.gz`, bytes: gzipSync(bytes, { level: 9 }) },
    ].filter((variant) => variant.bytes.length < bytes.length);
}

function removeUnwanted(root, inside, wanted) {
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
        const name = inside ? `${inside}/${entry.name}` : entry.name;
        if (entry.isDirectory()) removeUnwanted(root, name, wanted);
        else if (!wanted.has(name)) rmSync(join(root, name));
    }
}

// Files of an earlier build that are no longer wanted are removed.
export function write(folder, files, { compressed = true } = {}) {
    const all = compressed ? files.flatMap((file) => [file, ...variants(file)]) : files;
    mkdirSync(folder, { recursive: true });
    removeUnwanted(folder, '', new Set(all.map((file) => file.name)));
    for (const { name, bytes } of all) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
    }
}
