// Loads and merges releases with the core and with its peers, side by side: in each round each of them once, in a process
// of its own. Told are medians, and ratios to Yjs in the same rounds. Started by scripts/bench.
//   node bench.mjs NATIVE WASM FOLDER RELEASES ROUNDS
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { disputes } from './lines.mjs';

const [native, wasm, folder, releases, rounds] = process.argv.slice(2);
const peers = ['yjs', 'loro', 'automerge'];
const run = (program, args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const peer = (name) => (task) => run(process.execPath, [fileURLToPath(new URL('peers.mjs', import.meta.url)), name, task, folder, releases]);
const contenders = {
    native: (task) => run(native, [task, folder, releases, '1']),
    wasm: (task) => run(process.execPath, [wasm, task, folder, releases, '1']),
    ...Object.fromEntries(peers.map((name) => [name, peer(name)])),
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const say = (text) => process.stderr.write(`${text}\n`);

say(`Making ${releases} releases of 1,000 edits`);
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
for (const name of ['native', ...peers]) contenders[name]('make');

const times = {};
for (let round = 1; round <= rounds; ++round) {
    say(`Round ${round} of ${rounds}`);
    for (const task of ['load', 'merge'])
        for (const [name, measure] of Object.entries(contenders)) ((times[name] ??= {})[task] ??= []).push(Number(measure(task)));
}

const expected = new Set();
for (let number = 0; number < releases; ++number) for (const about of disputes(folder, number)) expected.add(`${number} ${about}`);
const told = (name) => new Set(contenders[name]('conflicts').trim().split('\n'));
const same = (set) => set.size === expected.size && [...set].every((one) => expected.has(one));
const answers = {};
for (const name of ['native', 'wasm']) {
    const found = told(name);
    answers[name] = { told: found.size, lost: 0, right: same(found) };
}
for (const name of peers) answers[name] = JSON.parse(contenders[name]('conflicts'));

// The ratio of the medians is the same within the noise, but a slow moment of the machine then counts for one of them only.
const ratio = (name, task) => median(times[name][task].map((ms, i) => ms / times.yjs[task][i]));
const size = (name) => fs.statSync(`${folder}/0.whole.${peers.includes(name) ? name : 'release.json'}`).size;
const label = { native: 'Release Desk, native', wasm: 'Release Desk, wasm', yjs: 'Yjs', loro: 'Loro', automerge: 'Automerge' };
const rows = Object.keys(contenders).map((name) => [
    label[name],
    ...['load', 'merge'].flatMap((task) => [`${median(times[name][task]).toFixed(0)} ms`, ratio(name, task).toFixed(2)]),
    `${answers[name].told} of ${expected.size}`,
    `${answers[name].lost}`,
    `${Math.round(size(name) / 1024)} KB`,
]);
console.log('|  | load | ÷ Yjs | merge | ÷ Yjs | disputes told | answers lost | a release |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

const budgets = [
    ['native load', ratio('native', 'load') <= 0.5],
    ['native merge', ratio('native', 'merge') <= 0.5],
    ['wasm load', ratio('wasm', 'load') <= 1],
    ['wasm merge', ratio('wasm', 'merge') <= 1],
    ['all disputes found, natively', answers.native.right],
    ['all disputes found, in wasm', answers.wasm.right],
];
for (const [what, holds] of budgets) console.log(`${holds ? 'holds ' : 'FAILS '} ${what}`);
process.exitCode = budgets.every(([, holds]) => holds) ? 0 : 1;
