// The server hands out the site with its production headers, and nothing else.
import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { serve } from '../../scripts/serve.mjs';

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
    assert.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(headers['content-security-policy'], /unsafe-inline|'unsafe-eval'|\*|https?:/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.match(body.toString(), /A page/);
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
