// Makes the page that is one file:  node single.mjs OUT SHELL STYLE SCRIPT ICON INLINE... WASM...
//
// SHELL is the page of the site (shell.html). What it loads is put into it: STYLE, SCRIPT (a module that holds all others),
// ICON (SVG), each INLINE (*.js) in the place where SHELL loads it, and each WASM packed into a block of data under its
// name (web/single.js unpacks it). Its policy allows these scripts and this style by their digests, and no request at all.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

const [out, shell, style, script, icon, ...others] = process.argv.slice(2);
const wasm = others.filter((path) => path.endsWith('.wasm'));
if (wasm.length === 0) {
    console.error('usage: single.mjs OUT SHELL STYLE SCRIPT ICON INLINE... WASM...');
    process.exit(2);
}

// What stands between the tags of a script or style, so that nothing in it can end it early.
function inside(path) {
    const words = readFileSync(path, 'utf8').trim();
    if (/<\/(script|style)|<!--/i.test(words)) throw new Error(`${path} cannot stand inside of a page`);
    return words;
}

const hash = (words) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`;
const parts = { style: inside(style), script: inside(script) };
const inline = others.filter((path) => path.endsWith('.js')).map((path) => ({ name: basename(path), words: inside(path) }));
const policy = [
    "default-src 'none'",
    `script-src ${[parts.script, ...inline.map(({ words }) => words)].map(hash).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${hash(parts.style)}`,
    'img-src data:', // the icon
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join('; ');
const block = (path) => `<script type="application/gzip" id="${basename(path)}">\n`
    + `${gzipSync(readFileSync(path), { level: 9 }).toString('base64url')}\n</script>\n`;

let page = readFileSync(shell, 'utf8');
const replace = (what, words) => {
    if (!what.test(page)) throw new Error(`${shell} has nothing like ${what}`);
    page = page.replace(what, () => words);
};
replace(/(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
replace(new RegExp(`(?<=(href|src)=")${basename(icon)}(?=")`, 'g'),
    `data:image/svg+xml,${encodeURIComponent(readFileSync(icon, 'utf8').trim())}`);
replace(/<link rel="stylesheet"[^>]*>/, `<style>${parts.style}</style>`);
replace(/<script type="module"[^>]*><\/script>/, `<script type="module">${parts.script}</script>`);
replace(/<link rel="(manifest|preload|modulepreload)"[^>]*>\n/g, '');
let last = '';
for (const { name, words } of inline) {
    const [tag] = new RegExp(`<script( defer)? src="${name}"></script>\n`).exec(page) ?? [];
    if (!tag) throw new Error(`${shell} does not load ${name}`);
    const here = `<script>${words}</script>\n`;
    if (tag.includes(' defer')) last += here; // only a script with an address can be put off: it stands at the end instead
    page = page.replace(tag, () => (tag.includes(' defer') ? '' : here));
}
replace(/<\/body>/, `${wasm.map(block).join('')}${last}</body>`);
if (/<(script|link|img)[^>]* (src|href)="(?!data:)/.test(page)) throw new Error(`${out} would load something`);
writeFileSync(out, page);
