// A reader of release files of its own, written by docs/format.md alone: what a second implementation would compute.
// Good for files whose numbers are whole: it reads them as this language does.
import { createHash } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const known = ['create', 'set', 'add', 'drop'];
const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

// The ops of a file as this program writes it: each with its canonical line.
export const opsOf = (text) => text.split('\n').filter((line) => line.startsWith('{"a":'))
    .map((line) => ({ ...JSON.parse(line.slice(0, -1)), line: line.slice(0, -1) }));

export function headsOf(ops) {
    const registers = new Map();
    for (const op of ops.filter((one) => known.includes(one.k))) registers.set(op.i, [...registers.get(op.i) ?? [], op]);
    for (const [name, all] of registers) {
        const replaced = (op) => all.some((newer) => newer.t > op.t && newer.p?.includes(`${op.a}.${op.s}`));
        registers.set(name, all.filter((op) => !replaced(op)));
    }
    return registers;
}

export function digestOf(ops) {
    const numbers = new Map();
    const renamed = (name) => (/^(role|evidence|retro:participant):/.test(name) ? name : name.replace(/(?<=[:@])~[^:]*/g, (made) => {
        if (!numbers.has(made)) numbers.set(made, numbers.size + 1);
        return `~${numbers.get(made)}`;
    }));
    const names = new Map(ops.map((op) => [op.i, renamed(op.i)]));
    const lines = [...headsOf(ops)].filter(([, heads]) => heads.some((op) => op.k !== 'drop')).map(([name, heads]) => {
        const said = heads.map((op) => JSON.stringify([op.k, op.v ?? null, op.by])).sort(bytes);
        return { name: names.get(name), line: [JSON.stringify(names.get(name)), ...new Set(said)].join('\t') };
    });
    return sha256(lines.sort((a, b) => bytes(a.name, b.name)).map(({ line }) => `${line}\n`).join('')).slice(0, 32);
}

// Link `s` of every actor's chain, from 1.
export function chainsOf(ops) {
    const chains = {};
    for (const op of [...ops].sort((a, b) => a.s - b.s)) {
        const chain = chains[op.a] ??= [''];
        chain.push(sha256(chain.at(-1) + sha256(op.line)));
    }
    return chains;
}

// What fits no seal: "actor.s" of altered ops.
export function alteredIn(ops) {
    const chains = chainsOf(ops);
    const altered = new Set();
    for (const seal of ops.filter((op) => op.k === 'seal'))
        for (const [actor, { s, hash, marks }] of Object.entries(seal.v.chains)) {
            const first = s - marks.length / 8 + 1;
            for (const op of ops.filter((one) => one.a === actor && one.s >= first && one.s <= s))
                if (sha256(op.line).slice(0, 8) !== marks.slice((op.s - first) * 8, (op.s - first + 1) * 8)) altered.add(`${actor}.${op.s}`);
            if (chains[actor][s]?.slice(0, 32) !== hash && !altered.size) altered.add(`${actor}.1 to ${s}`);
        }
    return [...altered];
}
