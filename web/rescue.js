// Brings out what this browser has stored when Release Desk itself does not run: reads its database, whatever its version,
// and writes release files and workspaces (docs/format.md). Loaded by the failure page only. It changes nothing in the
// database, and uses nothing of the program.
const database = 'octoacme-release-desk';
const patience = 5000; // ms until the browser must have opened the database
const largest = 60 * 1024 * 1024; // bytes of one file; 64 MiB is what can be opened again
const listed = 200; // releases that are offered one by one; all of them are in the export of everything

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const counted = (count, one, many) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

// --- the database

function open() {
    return new Promise((resolve, reject) => {
        let none = false;
        const request = indexedDB.open(database);
        const timer = setTimeout(() => reject(new Error('the browser does not open it')), patience);
        request.onupgradeneeded = () => {
            none = true;
            request.transaction.abort(); // leaves no empty database behind
        };
        request.onerror = (event) => {
            event.preventDefault();
            clearTimeout(timer);
            if (none) resolve(null);
            else reject(request.error);
        };
        request.onsuccess = () => {
            clearTimeout(timer);
            request.result.onversionchange = () => request.result.close();
            resolve(request.result);
        };
    });
}

const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
        event.preventDefault(); // one bad record must not end the transaction
        reject(request.error);
    };
});

// All records of a table that can be read, and the keys of the others.
async function recordsOf(db, table) {
    if (!db.objectStoreNames.contains(table)) return { records: [], unreadable: [] };
    const store = () => db.transaction(table, 'readonly').objectStore(table);
    try {
        return { records: await answer(store().getAll()), unreadable: [] };
    } catch {
        const records = [];
        const unreadable = [];
        for (const key of await answer(store().getAllKeys()))
            await answer(store().get(key)).then((record) => records.push(record), () => unreadable.push(`${table} ${key}`));
        return { records, unreadable };
    }
}

// FNV-1a, 64 bits, as core/packs.cpp seals what is stored; in two halves, which is a hundred times faster than BigInt.
function fnv1a(...parts) {
    let high = 0xcbf29ce4;
    let low = 0x84222325;
    for (const part of parts)
        for (const byte of part) {
            low = (low ^ byte) >>> 0;
            const product = low * 0x1b3;
            high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
            low = product >>> 0;
        }
    return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

const size = (text) => encoder.encode(text).length;
const packSeal = ({ release, actor, first, count }, lines) =>
    fnv1a(encoder.encode(`${size(release)} ${release} ${size(actor)} ${actor} ${first} ${count}\n`), lines);
const entrySeal = (key, text) => fnv1a(encoder.encode(`${size(key)} ${key}\n`), text);

// --- releases

// What can be exported: of each release its ops by their lines, the guides by digest, and what has to be put aside.
class Found {
    releases = new Map();
    guides = new Map();
    aside = [];

    takeLine(release, line) {
        const { t, a, s, k, i, v } = JSON.parse(line);
        if (!this.releases.has(release)) this.releases.set(release, new Map());
        this.releases.get(release).set(line, { line, t, a, s, k, i, v });
    }

    takePack(record) {
        const bytes = record.lines;
        try {
            if (packSeal(record, bytes) !== record.seal) throw new Error('damaged');
            for (const line of decoder.decode(bytes).split('\n')) if (line) this.takeLine(record.release, line);
        } catch {
            this.aside.push(`release ${record.release}, actor ${record.actor}, from op ${record.first}\n${decoder.decode(bytes)}`);
        }
    }

    takeGuide({ digest, seal, text }) {
        if (entrySeal(digest, text) === seal) this.guides.set(digest, decoder.decode(text));
        else this.aside.push(`guide ${digest}\n${decoder.decode(text)}`);
    }

    // Entries of a workspace, as they stand in its lines.
    takeEntries(text) {
        for (const line of text.split('\n')) {
            const guide = /^\{"guide":"([0-9a-f]+)","text":(.*)\},$/.exec(line);
            const op = /^\{"release":"([a-z0-9_]+)","op":(.*)\},$/.exec(line);
            if (guide) this.guides.set(guide[1], guide[2]);
            if (op) this.takeLine(op[1], op[2]);
        }
    }

    // In order, with what an importer wants to see; those that it would refuse are put aside.
    whole() {
        const list = [];
        for (const [id, lines] of [...this.releases].sort(([a], [b]) => (a < b ? -1 : 1))) {
            const ops = [...lines.values()].sort((x, y) => x.t - y.t || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.s - y.s)
                || (x.line < y.line ? -1 : 1));
            const named = (op) => (op.i === 'release' && op.k === 'create') || (op.i === 'guide' && op.v?.guide);
            const first = ops.filter((op) => op.k === 'create' && op.i === 'release');
            const guides = [...new Set([...first, ...ops.filter(named)].map((op) => op.v?.guide))];
            if (first.length > 0 && guides.every((digest) => this.guides.has(digest))) list.push({ id, ops, guides });
            else this.aside.push(`release ${id}\n${ops.map((op) => op.line).join('\n')}\n`);
        }
        return list;
    }
}

async function read(unsaved) {
    const found = new Found();
    const db = await open();
    if (db) {
        for (const table of ['guides', 'packs', 'quarantine']) {
            const { records, unreadable } = await recordsOf(db, table);
            for (const key of unreadable) found.aside.push(`${key} cannot be read\n`);
            for (const record of records) {
                if (table === 'guides') found.takeGuide(record);
                else if (table === 'packs') found.takePack(record);
                else found.aside.push(`${record.place}\n${decoder.decode(record.bytes)}`);
            }
        }
        db.close();
    }
    found.takeEntries(unsaved);
    return found;
}

// --- files

const valueOf = (release, about) => release.ops.filter((op) => op.i === about).pop()?.v ?? '';
const titleOf = (release) => [valueOf(release, 'product'), valueOf(release, 'version')].filter(Boolean).join(' ') || 'Unnamed release';

// As core/file/release_file.cpp calls it.
const fileNameOf = (release) => `${`${valueOf(release, 'product')}-${valueOf(release, 'version')}`.toLowerCase()
    .replace(/[^a-z0-9.+]+/g, '-').replace(/^[.-]+/, '').slice(0, 100).replace(/[.-]+$/, '') || 'release'}.release.json`;

const guideEntry = (found, digest) => `{"guide":"${digest}","text":${found.guides.get(digest)}},\n`;

function releaseFile(found, { id, ops, guides }) {
    const entries = [...guides.map((digest) => guideEntry(found, digest)), ...ops.map((op) => `${op.line},\n`)];
    return `{"format":"octoacme-release/1","release":"${id}","ops":[\n${entries.join('')}null]}\n`;
}

function workspace(found, releases) {
    const guides = [...new Set(releases.flatMap((release) => release.guides))].sort();
    const entries = [...guides.map((digest) => guideEntry(found, digest)),
        ...releases.flatMap(({ id, ops }) => ops.map((op) => `{"release":"${id}","op":${op.line}},\n`))];
    return `{"format":"octoacme-workspace/1","ops":[\n${entries.join('')}null]}\n`;
}

// As few as keep the limit of a file.
function workspaces(found, releases) {
    const groups = [[]];
    let bytes = 0;
    for (const release of releases) {
        const more = release.ops.reduce((sum, op) => sum + op.line.length + 100, 0);
        if (bytes + more > largest / 2 && groups.at(-1).length > 0) { // a character may have more bytes than one
            groups.push([]);
            bytes = 0;
        }
        groups.at(-1).push(release);
        bytes += more;
    }
    return groups.map((group) => workspace(found, group));
}

function save(name, text, type = 'application/json') {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function saveAll(found, releases) {
    const day = new Date().toISOString().slice(0, 10);
    const files = workspaces(found, releases);
    const names = files.map((_, index) => `releases-${day}${files.length > 1 ? `-${index + 1}` : ''}.workspace.json`);
    if (releases.length > 0) files.forEach((file, index) => save(names[index], file));
    if (found.aside.length > 0) save(`put-aside-${day}.txt`, found.aside.join('\n'), 'text/plain');
    return releases.length > 0 ? names : [];
}

// --- what is shown

const pause = () => new Promise((resolve) => { setTimeout(resolve, 0); });

// Fills the section of the failure page. `unsaved`: entries that did not get into the database; null: they are lost.
export async function rescue(section, unsaved) {
    const words = section.querySelector('p');
    const all = section.querySelector('button');
    const list = section.querySelector('details');
    const tell = async (text) => {
        section.hidden = false;
        await pause(); // a region that has just appeared is not announced
        words.textContent = text;
    };
    let found;
    try {
        found = await read(unsaved ?? '');
    } catch (error) {
        await tell(`What is stored in this browser could not be read (${error.name}: ${error.message}). Nothing of it was ` +
            'changed. Close the other tabs of Release Desk and reload the page.');
        return;
    }
    const releases = found.whole();
    const lost = unsaved === null ? ' What was done in the last moments may not be among it.' : '';
    if (releases.length === 0 && found.aside.length === 0) {
        await tell(`No release is stored in this browser.${lost}`);
        return;
    }
    const fresh = unsaved ? unsaved.split('\n').filter((line) => line.startsWith('{"release"')).length : 0;
    await tell(`${counted(releases.length, 'release is', 'releases are')} stored in this browser, and ${releases.length === 1 ? 'stays' : 'stay'} there.` +
        (fresh ? ` ${counted(fresh, 'entry was', 'entries were')} not saved: the export has ${fresh === 1 ? 'it' : 'them'}, a reload loses ${fresh === 1 ? 'it' : 'them'}.` : lost) +
        (found.aside.length ? ` ${counted(found.aside.length, 'record', 'records')} could not be read, and will be exported as a text beside.` : ''));
    all.hidden = false;
    all.onclick = () => {
        const names = saveAll(found, releases);
        tell(`Exported${names.length ? ` as ${names.join(', ')}` : ''}. "Import" of any Release Desk opens it.`);
    };
    const rows = releases.slice(0, listed).map((release) => {
        const row = document.createElement('li');
        const name = document.createElement('span');
        name.textContent = titleOf(release);
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = 'Export';
        button.setAttribute('aria-label', `Export ${titleOf(release)}`);
        button.onclick = () => {
            save(fileNameOf(release), releaseFile(found, release));
            tell(`Exported as ${fileNameOf(release)}. "Import" of any Release Desk opens it.`);
        };
        row.append(name, button);
        return row;
    });
    list.querySelector('ul').replaceChildren(...rows);
    list.hidden = rows.length === 0;
}

// Where nothing else of the page is there (fallback.js).
const alone = document.querySelector('#rescue[data-alone]');
if (alone) rescue(alone, '');
