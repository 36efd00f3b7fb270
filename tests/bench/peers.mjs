// The peers, each doing what the core does: a release is a map from register to what was last said about it, with who and
// when, edited one change at a time; load is from saved bytes to the readable map, merge is from two documents in memory
// to the readable map of both.
//   node peers.mjs PEER make|load|merge|conflicts FOLDER RELEASES
import fs from 'node:fs';
import { performance } from 'node:perf_hooks';
import { distinct, heads, read, registers } from './lines.mjs';

const [peerName, task, folder, releases] = process.argv.slice(2);

const makers = {
    async yjs() {
        const Y = await import('yjs');
        const map = (doc) => doc.getMap('release');
        return {
            create: () => new Y.Doc(),
            set: (doc, key, value) => (map(doc).set(key, value), doc),
            save: (doc) => Y.encodeStateAsUpdate(doc),
            load: (bytes) => {
                const doc = new Y.Doc();
                Y.applyUpdate(doc, bytes);
                return doc;
            },
            merge: (into, from) => {
                Y.applyUpdate(into, Y.encodeStateAsUpdate(from, Y.encodeStateVector(into)));
                return into;
            },
            values: (doc) => map(doc).toJSON(),
            said: (doc, key) => [map(doc).get(key)], // one value is all that it keeps
        };
    },
    async loro() {
        const { LoroDoc } = await import('loro-crdt');
        const map = (doc) => doc.getMap('release');
        return {
            create: () => new LoroDoc(),
            set: (doc, key, value) => {
                map(doc).set(key, value);
                doc.commit();
                return doc;
            },
            save: (doc) => doc.export({ mode: 'snapshot' }),
            load: (bytes) => {
                const doc = new LoroDoc();
                doc.import(bytes);
                return doc;
            },
            merge: (into, from) => {
                into.import(from.export({ mode: 'update', from: into.version() }));
                return into;
            },
            values: (doc) => map(doc).toJSON(),
            said: (doc, key) => [map(doc).get(key)],
        };
    },
    async automerge() {
        const A = await import('@automerge/automerge');
        // As one text: an object would be several changes here.
        const text = (value) => new A.ImmutableString(JSON.stringify(value));
        return {
            create: () => A.init(),
            set: (doc, key, value) => A.change(doc, (draft) => void (draft[key] = text(value))),
            save: (doc) => A.save(doc),
            load: (bytes) => A.load(bytes),
            merge: (into, from) => A.merge(into, from),
            values: (doc) => A.toJS(doc),
            said: (doc, key) => Object.values(A.getConflicts(doc, key) ?? { one: doc[key] }).map((one) => JSON.parse(String(one))),
        };
    },
};
const peer = await makers[peerName]();

const path = (number, which) => `${folder}/${number}.${which}.${peerName}`;
const numbers = [...Array(Number(releases)).keys()];
const bytesOf = (which) => numbers.map((number) => fs.readFileSync(path(number, which)));
const valueOf = (op) => ({ by: op.by, w: op.w, k: op.k, v: op.v ?? null });
const loadAll = (all) => all.map((bytes) => peer.load(bytes));

function make(number) {
    const ours = read(folder, number, 'ours');
    const theirs = read(folder, number, 'theirs');
    const edit = (doc, ops) => ops.reduce((so_far, op) => peer.set(so_far, op.i, valueOf(op)), doc);
    const without = (ops, others) => {
        const ids = new Set(others.map((op) => op.id));
        return ops.filter((op) => !ids.has(op.id));
    };
    const shared = without(ours, without(ours, theirs));
    const start = peer.save(edit(peer.create(), shared));
    const mine = edit(peer.load(start), without(ours, shared));
    const other = edit(peer.load(start), without(theirs, shared));
    fs.writeFileSync(path(number, 'ours'), peer.save(mine));
    fs.writeFileSync(path(number, 'theirs'), peer.save(other));
    fs.writeFileSync(path(number, 'whole'), peer.save(peer.merge(mine, other)));
}

// Milliseconds; the first time warms up and does not count.
function measure(prepare, run) {
    for (const counts of [false, true]) {
        const given = prepare();
        const start = performance.now();
        run(given);
        if (counts) console.log((performance.now() - start).toFixed(3));
    }
}

// What is left of the disputes: how many it tells of, and how many of the things that were said last are gone.
function conflicts() {
    const told = { told: 0, lost: 0 };
    for (const number of numbers) {
        const doc = peer.merge(peer.load(fs.readFileSync(path(number, 'ours'))), peer.load(fs.readFileSync(path(number, 'theirs'))));
        for (const [about, ops] of registers([...read(folder, number, 'ours'), ...read(folder, number, 'theirs')])) {
            const said = distinct(heads(ops));
            if (said.size < 2) continue;
            const kept = distinct(peer.said(doc, about));
            if (kept.size > 1) ++told.told;
            told.lost += [...said].filter((one) => !kept.has(one)).length;
        }
    }
    console.log(JSON.stringify(told));
}

if (task === 'make') numbers.forEach(make);
else if (task === 'conflicts') conflicts();
else if (task === 'load') {
    const files = bytesOf('whole');
    measure(
        () => files,
        (all) => loadAll(all).forEach((doc) => peer.values(doc)),
    );
} else {
    const ours = bytesOf('ours');
    const theirs = bytesOf('theirs');
    measure(
        () => [loadAll(ours), loadAll(theirs)],
        ([into, from]) => into.forEach((doc, i) => peer.values(peer.merge(doc, from[i]))),
    );
}
