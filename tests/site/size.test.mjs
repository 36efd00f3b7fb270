// Everything that the page loads before it can be used stays within its budget, as brotli sends it. That the rest comes
// after the first picture is shown in tests/browser/parts.test.mjs and offline.test.mjs.
import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test } from 'node:test';

const budget = 350_000;
const following = {
    'release-desk.rest.wasm': 'fetched when the first picture is there',
    'rescue.js': 'only the failure page asks for it',
    'worker.js': 'registered when all of the program is there; it fetches again what may have changed',
    'icons/192.png': 'fetched by a system that installs the app',
    'icons/512.png': 'the same',
    'icons/maskable-512.png': 'the same',
    'release-desk.html': 'another page, for who saves it',
};
const loaded = new Set(['.html', '.js', '.mjs', '.css', '.wasm', '.svg', '.png', '.webmanifest']);

test(`all bytes to first use are at most ${budget}, by brotli`, async (context) => {
    const site = process.env.DESK_SITE;
    const names = await readdir(site, { recursive: true });
    let total = 0;
    let rest = 0;
    for (const name of names.filter((each) => loaded.has(extname(each)))) {
        const sent = names.includes(`${name}.br`) ? `${name}.br` : name;
        const { size } = await stat(join(site, sent));
        context.diagnostic(`${String(size).padStart(8)} ${name}`);
        if (name in following) rest += size;
        else total += size;
    }
    context.diagnostic(`${String(total).padStart(8)} in all`);
    context.diagnostic(`${String(rest).padStart(8)} that follow the first picture`);
    assert.ok(total > 0, 'the site has been built');
    assert.ok(total <= budget, `${total} bytes are more than ${budget}`);
});
