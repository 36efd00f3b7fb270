// A static file server with the headers that the site has in production. No dependencies.
//
//   import { serve } from './serve.mjs';
//   const site = await serve(folder, { port: 0 });   // 0: any free port; `other` headers than in production
//   site.url                                         // http://localhost:PORT/
//   await site.close();
//
// From a shell:  node serve.mjs FOLDER [PORT]  prints the address and serves until it is stopped.
// GET and HEAD only; nothing outside FOLDER and no dot file is ever answered. A file that stands beside its compressed
// form (NAME.br, NAME.gz) is sent compressed to who accepts that. Every file is revalidated by its ETag, since names do
// not change from build to build.
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// All that a page may ask of a browser, but for what this one does: write to the clipboard. What a browser does not know
// by these names it leaves alone.
const denied = `
    accelerometer aria-notify autoplay browsing-topics camera captured-surface-control clipboard-read
    compute-pressure cross-origin-isolated deferred-fetch deferred-fetch-minimal digital-credentials-create
    digital-credentials-get display-capture encrypted-media fullscreen gamepad geolocation gyroscope hid
    identity-credentials-get idle-detection interest-cohort keyboard-map language-detector language-model
    local-fonts local-network local-network-access loopback-network magnetometer
    media-playback-while-not-visible microphone midi on-device-speech-recognition otp-credentials payment
    picture-in-picture private-state-token-issuance private-state-token-redemption publickey-credentials-create
    publickey-credentials-get screen-wake-lock serial speaker-selection storage-access summarizer sync-xhr
    translator unload usb window-management xr-spatial-tracking
`.trim().split(/\s+/);

export const headers = {
    'Content-Security-Policy': [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types release-desk rescue',
        "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': [...denied.map((feature) => `${feature}=()`), 'clipboard-write=(self)'].join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
};

// A page with a policy of its own, to be saved: that of the site lets none of its scripts run.
export const downloaded = 'release-desk.html';

const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.webmanifest': 'application/manifest+json; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.ico': 'image/x-icon',
    '.wasm': 'application/wasm',
};

const encodings = [
    { name: 'br', suffix: '.br' },
    { name: 'gzip', suffix: '.gz' },
];

// The path of the file that a request means, relative to the folder; undefined if it cannot name one.
function wanted(target) {
    let path;
    try {
        path = decodeURIComponent(target.split(/[?#]/, 1)[0]);
    } catch {
        return undefined;
    }
    if (!path.startsWith('/') || /[\0\\]/.test(path)) return undefined;
    const parts = path.split('/').slice(1);
    if (parts.at(-1) === '') parts[parts.length - 1] = 'index.html';
    if (parts.some((part) => part === '' || part.startsWith('.'))) return undefined;
    return parts.join(sep);
}

// The bytes of a file inside `root`; undefined if there is none, or if a link leads outside.
async function readInside(root, path) {
    try {
        const real = await realpath(join(root, path));
        return real.startsWith(root + sep) ? await readFile(real) : undefined;
    } catch (reason) {
        if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'].includes(reason.code)) return undefined;
        throw reason;
    }
}

function accepts(request, encoding) {
    return (request.headers['accept-encoding'] ?? '').split(',').some((entry) => {
        const [name, ...parameters] = entry.split(';').map((part) => part.trim());
        return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
}

async function choose(root, path, request) {
    for (const { name, suffix } of encodings) {
        if (!accepts(request, name)) continue;
        const bytes = await readInside(root, path + suffix);
        if (bytes) return { bytes, encoding: name };
    }
    const bytes = await readInside(root, path);
    return bytes && { bytes };
}

async function answer(root, sent, request, response) {
    const plain = (status, text, more = {}) => {
        response.writeHead(status, { ...sent, 'Content-Type': 'text/plain; charset=utf-8', ...more });
        response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        return plain(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    }
    const path = wanted(request.url);
    const found = path && (await choose(root, path, request));
    if (!found) return plain(404, 'There is no such file here.');

    const etag = `"${createHash('sha256').update(found.bytes).digest('base64url').slice(0, 22)}"`;
    const described = {
        ...sent,
        ...(path === downloaded && { 'Content-Disposition': 'attachment' }),
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
        ETag: etag,
        Vary: 'Accept-Encoding',
        ...(found.encoding && { 'Content-Encoding': found.encoding }),
    };
    if ((request.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim() === etag)) {
        response.writeHead(304, described);
        return response.end();
    }
    response.writeHead(200, { ...described, 'Content-Length': found.bytes.length });
    response.end(request.method === 'HEAD' ? undefined : found.bytes);
}

export async function serve(folder, { port = 0, other = {} } = {}) {
    const sent = { ...headers, ...other };
    const root = await realpath(folder);
    const server = createServer((request, response) => {
        answer(root, sent, request, response).catch((reason) => {
            console.error(`${request.method} ${request.url}: ${reason.message}`);
            if (!response.headersSent) response.writeHead(500, sent);
            response.end();
        });
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host: 'localhost' }, resolve);
    });
    const { port: bound } = server.address();
    return {
        url: `http://localhost:${bound}/`,
        port: bound,
        close: () =>
            new Promise((resolve) => {
                server.close(resolve);
                server.closeAllConnections();
            }),
    };
}

const started = process.argv[1] && (await realpath(process.argv[1]).catch(() => undefined));
if (started === fileURLToPath(import.meta.url)) {
    const [folder, port = '0'] = process.argv.slice(2);
    if (!folder || !/^\d+$/.test(port)) {
        console.error('usage: serve.mjs FOLDER [PORT]');
        process.exit(2);
    }
    try {
        console.log((await serve(folder, { port: Number(port) })).url);
    } catch (reason) {
        const taken = reason.code === 'EADDRINUSE';
        console.error(taken ? `Port ${port} is in use. Choose another with --port.` : reason.message);
        process.exit(1);
    }
}
