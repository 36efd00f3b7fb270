// The server hands out the site with its production headers, and nothing else.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { headers as production, serve } from '../../scripts/serve.mjs';

let folder;
let site;

// fetch() would tidy the path before it is sent, so requests are made by hand.
function ask(path, { method = 'GET', headers = {} } = {}) {
    return new Promise((resolve, reject) => {
        const sent = request({ host: 'localhost', port: site.port, path, method, headers }, (response) => {
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('end', () =>
                resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
            );
        });
        sent.on('error', reject);
        sent.end();
    });
}

before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-site-'));
    const page = Buffer.from('<!doctype html><title>A page</title>');
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'index.html.gz'), gzipSync(page));
    await writeFile(join(folder, 'app.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d]));
    await writeFile(join(folder, 'release-desk.html'), page);
    await writeFile(join(folder, '.hidden'), 'secret');
    await symlink('/etc/passwd', join(folder, 'outside.txt'));
    site = await serve(folder);
});

after(async () => {
    await site.close();
    await rm(folder, { recursive: true });
});

test('the folder itself is its index.html, with a strict policy', async () => {
    const { status, headers, body } = await ask('/');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    const policy = headers['content-security-policy'];
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
    for (const part of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
        assert.ok(policy.split('; ').includes(part), part);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
    for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'clipboard-read'])
        assert.ok(headers['permissions-policy'].split(', ').includes(`${feature}=()`), feature);
    assert.match(body.toString(), /A page/);
});

test('a file that keeps its name from build to build is asked for again each time', async () => {
    assert.equal((await ask('/')).headers['cache-control'], 'no-cache');
    assert.equal((await ask('/app.wasm')).headers['cache-control'], 'no-cache');
});

test('the page that is one file is handed out to be saved: the policy of the site is not its own', async () => {
    assert.equal((await ask('/release-desk.html')).headers['content-disposition'], 'attachment');
    assert.equal((await ask('/')).headers['content-disposition'], undefined);
});

test('wasm has the type that streaming compilation wants', async () => {
    assert.equal((await ask('/app.wasm')).headers['content-type'], 'application/wasm');
});

test('a prepared compressed file goes only to who accepts it', async () => {
    const zipped = await ask('/', { headers: { 'Accept-Encoding': 'br;q=0, gzip' } });
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.equal(zipped.headers.vary, 'Accept-Encoding');
    assert.equal((await ask('/')).headers['content-encoding'], undefined);
});

test('an unchanged file is not sent again', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'If-None-Match': headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
});

test('HEAD answers without a body, other methods are refused', async () => {
    const head = await ask('/', { method: 'HEAD' });
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask('/', { method })).status, 405);
});

test('what is refused or not there comes with the same policy', async () => {
    for (const [path, method] of [['/', 'POST'], ['/nowhere.txt', 'GET']]) {
        const { headers } = await ask(path, { method });
        for (const [name, value] of Object.entries(production)) assert.equal(headers[name.toLowerCase()], value, `${method} ${path}: ${name}`);
    }
});

test('nothing outside the folder can be reached', async () => {
    const attempts = [
        '/../../../../etc/passwd',
        '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
        '/..%2f..%2f..%2fetc%2fpasswd',
        '/..\\..\\etc\\passwd',
        '//etc/passwd',
        '/outside.txt',
        '/.hidden',
        '/index.html%00.txt',
        '/%zz',
        '/index.html/x',
        '/nowhere.txt',
    ];
    for (const path of attempts) {
        const { status, body } = await ask(path);
        assert.equal(status, 404, path);
        assert.doesNotMatch(body.toString(), /root:|secret/, path);
    }
});

test('the policy stands in the page too, for servers that send none, but for what only a header can say', async () => {
    const page = await readFile(join(process.env.DESK_SITE, 'index.html'), 'utf8');
    const [, stated] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page);
    const sent = production['Content-Security-Policy'].split('; ').filter((part) => !part.startsWith('frame-ancestors'));
    assert.deepEqual(stated.split('; ').sort(), sent.sort());
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<link'), 'before anything is loaded');
});

test('the site says which headers it wants, in the form that some hosts read', async () => {
    const stated = await readFile(join(process.env.DESK_SITE, '_headers'), 'utf8');
    assert.equal(stated, `/*\n${Object.entries(production).map(([name, value]) => `  ${name}: ${value}\n`).join('')}`
        + '/release-desk.html\n  Content-Disposition: attachment\n');
});
