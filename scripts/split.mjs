// Divides a compiled program at its doors (ui/door.hpp):  node split.mjs WASM FIRST REST WASM_OPT WASM_SPLIT
//
// WASM has the names of its functions. FIRST gets all that can be reached from outside without passing a door, REST all
// else: a door leads nowhere until REST has been instantiated with FIRST's exports as its import "primary". Functions
// that are reached through the table (virtual ones, callbacks) count as reached, but those that the compiler made inside
// of a function of REST, and so carry its name. The optimiser makes one of equal functions and keeps one's name: such a
// one counts as reached, since it may stand for a callback of FIRST.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WasmFile } from './lib/wasm_file.mjs';

const features = ['--enable-sign-ext', '--enable-nontrapping-float-to-int', '--enable-bulk-memory', '--enable-mutable-globals'];

function giveUp(text) {
    console.error(`split.mjs: ${text}`);
    process.exit(1);
}

const [wasm, first, rest, wasmOpt, wasmSplit] = process.argv.slice(2);
if (!wasmSplit) giveUp('usage: split.mjs WASM FIRST REST WASM_OPT WASM_SPLIT');

// "desk::ui::draw_release(desk::ui::Ui&, …)" → "desk::ui::draw_release"
const plainName = (name) => name.slice(0, name.indexOf('(') < 0 ? undefined : name.indexOf('('));

// index → set of the indices that it calls, as wasm-opt finds them; `file` names each function "f" and its index.
function callsIn(file) {
    const graph = execFileSync(wasmOpt, [...features, file, '--print-call-graph'],
        { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    const calls = new Map();
    for (const [, from, to] of graph.matchAll(/^ *"f(\d+)" -> "f(\d+)"; \/\/ call$/gm)) {
        if (!calls.has(+from)) calls.set(+from, new Set());
        calls.get(+from).add(+to);
    }
    if (calls.size === 0) giveUp(`${wasmOpt} shows no calls: is its --print-call-graph another one by now?`);
    return calls;
}

function reached(roots, calls, doors) {
    const seen = new Set();
    const open = roots.filter((index) => !doors.has(index));
    while (open.length > 0) {
        const index = open.pop();
        if (seen.has(index)) continue;
        seen.add(index);
        for (const called of calls.get(index) ?? []) if (!doors.has(called)) open.push(called);
    }
    return seen;
}

const program = new WasmFile(readFileSync(wasm));
const names = program.functionNames();
if (names.size === 0) giveUp(`${wasm} does not tell the names of its functions: link it with --profiling-funcs.`);

const table = program.tableFunctions();
const doors = new Set(table.filter((index) => names.get(index).includes('desk::ui::door<')));
if (doors.size === 0) giveUp(`${wasm} has no doors.`);
// What stands right behind them may have become a part of the door itself.
const behindDoors = [...doors].map((index) => /desk::ui::door<&\(([^(]+)\(/.exec(names.get(index))?.[1]);

const folder = mkdtempSync(join(tmpdir(), 'desk-split-'));
try {
    const short = join(folder, 'short.wasm'); // the names of exports between the parts are made from these
    writeFileSync(short, program.withFunctionNames((index) => `f${index}`));
    const calls = callsIn(short);
    // What a callback in the table belongs to: functions whose names stand in its own, with the parameters begun.
    const plain = [...names].filter(([, name]) => name.startsWith('desk::')).map(([index, name]) => [`${plainName(name)}(`, index]);
    const isBehind = (name) => behindDoors.some((target) => name.includes(`${target}(`));
    const owners = new Map(table.map((index) => [index,
        plain.filter(([name, other]) => other !== index && names.get(index).includes(name)).map(([, other]) => other)]));
    // It goes to the rest only with all of them; what stays may keep others, until nothing changes.
    const callbacks = [...new Set(table)].filter((index) => !doors.has(index));
    const places = new Map();
    for (const index of table) places.set(index, (places.get(index) ?? 0) + 1);
    // Names that only what is called through the table has: held functions, the cases of std::visit, lambdas as pointers.
    const onlyInTable = /::__func<|::__dispatcher<|::__invoke\(/;
    const mayBeOfFirst = (index) => places.get(index) > 1 || !onlyInTable.test(names.get(index)) ||
        (owners.get(index).length === 0 && !isBehind(names.get(index)));
    let inFirst = reached(program.exportedFunctions(), calls, doors);
    for (let kept = 0, before = -1; kept !== before;) {
        const staying = callbacks.filter((index) => mayBeOfFirst(index) || owners.get(index).some((owner) => inFirst.has(owner)));
        [before, kept] = [kept, staying.length];
        inFirst = reached([...program.exportedFunctions(), ...staying], calls, doors);
    }

    const later = [...names.keys()].filter((index) => index >= program.importedFunctions && !inFirst.has(index));
    const list = join(folder, 'later');
    writeFileSync(list, later.map((index) => `f${index}\n`).join(''));
    execFileSync(wasmSplit, [...features, short, `--split-funcs=@${list}`, '--export-prefix=%', '-o1', first, '-o2', rest],
        { stdio: ['ignore', 'inherit', 'inherit'] });
} finally {
    rmSync(folder, { recursive: true });
}
