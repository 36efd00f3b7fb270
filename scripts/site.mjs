// Assembles the folder of static files:  node site.mjs FOLDER FILE... [NAME=FILE...]
//
// Each FILE is copied into FOLDER under its own name, or under NAME. In text files the placeholder @DESK_BUILD@
// becomes a digest of everything copied, by which a service worker keys its cache, and @DESK_FILES@ the list of names
// as a JSON array. What shrinks is then stored compressed beside the original, as NAME.br and NAME.gz, for servers that
// hand out prepared files. Files of an earlier build that are no longer wanted are removed. A page is not told to
// preload a module that is not there, since it may be part of a bundle.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.webmanifest', '.txt']);
const compressible = new Set([...text, '.wasm']);

function read(argument) {
    const equals = argument.indexOf('=');
    const path = argument.slice(equals + 1);
    const name = equals < 0 ? basename(path) : argument.slice(0, equals);
    return { name, bytes: readFileSync(path) };
}

function digest(files) {
    const hash = createHash('sha256');
    for (const { name, bytes } of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
    return hash.digest('hex').slice(0, 16);
}

function fill(files) {
    const build = digest(files);
    const names = JSON.stringify(files.map((file) => file.name));
    return files.map(({ name, bytes }) => {
        if (!text.has(extname(name))) return { name, bytes };
        const here = (line, module) => (files.some((file) => file.name === module) ? line : '');
        const filled = bytes.toString('utf8').replaceAll('@DESK_BUILD@', build).replaceAll('@DESK_FILES@', names)
            .replace(/<link rel="modulepreload" href="([^"]+)">\n/g, here);
        return { name, bytes: Buffer.from(filled) };
    });
}

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

function removeUnwanted(root, inside) {
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
        const name = inside ? `${inside}/${entry.name}` : entry.name;
        if (entry.isDirectory()) removeUnwanted(root, name);
        else if (!wanted.has(name)) rmSync(join(root, name));
    }
}

const [folder, ...inputs] = process.argv.slice(2);
if (!folder || inputs.length === 0) {
    console.error('usage: site.mjs FOLDER FILE... [NAME=FILE...]');
    process.exit(2);
}
const files = fill(inputs.map(read).sort((a, b) => (a.name < b.name ? -1 : 1)));
const all = files.flatMap((file) => [file, ...variants(file)]);
mkdirSync(folder, { recursive: true });
const wanted = new Set(all.map((file) => file.name));
removeUnwanted(folder, '');
for (const { name, bytes } of all) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
}
