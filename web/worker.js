// The service worker: this build of the site, whole, from the browser's own storage; so it opens without a connection, and
// no page ever gets parts of two builds. scripts/site.mjs puts in which build it is and the digests of its files.
//
//   install    fetches every file, and takes none whose digest is another one
//   activate   only when no page shows an older build, or when a person goes over to this one (web/platform/versions.js)
//   fetch      a page gets what belongs to the build that it was opened with, also after another one has become active
//
// A build is one cache. Which build a page was opened with is noted in that cache, since a worker may be ended and started
// at any time; a cache that no open page is noted in is removed.
const build = '@DESK_BUILD@';
const digests = JSON.parse('@DESK_FILES@'); // by name

const site = registration.scope;
const caching = `release-desk ${site} `; // other folders of this server may hold another Release Desk
const own = caching + build;
const notes = `${site}.opened/`;

const shell = 'index.html';
const addressOf = (name) => site + (name === shell ? '' : name);
const nameOf = (address) => {
    const [path] = address.slice(site.length).split(/[?#]/, 1);
    return path === '' ? shell : path;
};

async function keep(cache, name) {
    // Asked of the server, though what it says has not changed need not be sent again.
    const answer = await fetch(addressOf(name), { cache: 'no-cache', integrity: digests[name] });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
    // What came from elsewhere than asked for may not stand for a page.
    await cache.put(addressOf(name), answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);
}

async function install() {
    try {
        const cache = await caches.open(own);
        await Promise.all(Object.keys(digests).map((name) => keep(cache, name)));
    } catch (reason) {
        await caches.delete(own);
        throw reason; // the build before stays, and the browser tries again when a page is opened
    }
}

// --- which page has which build

const openedWith = new Map(); // by client: the name of its cache

async function note(client) {
    openedWith.set(client, own);
    if (await caches.has(own)) await (await caches.open(own)).put(notes + client, new Response(own));
}

async function cacheOf(client) {
    if (!openedWith.has(client)) {
        const noted = await caches.match(notes + client);
        openedWith.set(client, noted ? await noted.text() : own);
    }
    return openedWith.get(client);
}

// Is any page open that was opened with the build of this cache? Forgets those that are gone.
async function inUse(cache) {
    let used = false;
    for (const { url } of await cache.keys()) {
        if (!url.startsWith(notes)) continue;
        if (await clients.get(url.slice(notes.length))) used = true;
        else await cache.delete(url);
    }
    return used;
}

async function tidy() {
    const names = (await caches.keys()).filter((name) => name.startsWith(caching));
    if (registration.installing || registration.waiting) return; // one of them may be of a newer build
    for (const name of names) {
        const used = await inUse(await caches.open(name));
        if (!used && name !== own) await caches.delete(name);
    }
}

// --- what is answered

async function answer(cacheName, request) {
    const kept = await caches.match(addressOf(nameOf(request.url)), { cacheName, ignoreVary: true });
    return kept ?? fetch(request);
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(tidy()));

addEventListener('fetch', (event) => {
    const { request, clientId, resultingClientId } = event;
    if (request.method !== 'GET' || !request.url.startsWith(site)) return;
    if (request.mode !== 'navigate') {
        event.respondWith(cacheOf(clientId).then((cacheName) => answer(cacheName, request)));
    } else if (nameOf(request.url) in digests) {
        event.respondWith(answer(own, request));
        if (resultingClientId) event.waitUntil(note(resultingClientId));
    }
});

addEventListener('message', (event) => {
    if (event.data === 'go over') skipWaiting();
    if (event.data === 'opened') event.waitUntil(tidy());
});
