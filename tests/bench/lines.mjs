// The ops of a release file, and the register rule read from them alone (docs/format.md): each op held against each.
import fs from 'node:fs';

export function read(folder, number, which) {
    const text = fs.readFileSync(`${folder}/${number}.${which}.release.json`, 'utf8');
    const { ops } = JSON.parse(text);
    return ops.filter((op) => op?.a).map((op) => ({ ...op, id: `${op.a}.${op.s}` }));
}

// Register → its ops, each once.
export function registers(ops) {
    const found = new Map();
    for (const op of new Map(ops.map((one) => [one.id, one])).values()) {
        if (!found.has(op.i)) found.set(op.i, []);
        found.get(op.i).push(op);
    }
    return found;
}

export const heads = (ops) => ops.filter((op) => !ops.some((other) => other.t > op.t && other.p?.includes(op.id)));

const sorted = (key, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value;

// What they say, whoever said it. Not every peer keeps the order of an object's members.
export const distinct = (ops) => new Set(ops.filter(Boolean).map((op) => JSON.stringify([op.k, op.v ?? null], sorted)));

export function disputes(folder, number) {
    const ops = [...read(folder, number, 'ours'), ...read(folder, number, 'theirs')];
    return [...registers(ops)].filter(([, all]) => distinct(heads(all)).size > 1).map(([about]) => about);
}
