// Every statement of the guide is proven by a test of the core and by one from outside (browser, window or command line).
// A test proves a statement by naming its id in its title; a journey names them under "proves", and is walked by the tests
// that list it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const tests = new URL('..', import.meta.url).pathname;
const idPattern = /\b[A-Z]{2}-\d+\b/g;

const statements = readFileSync(join(tests, 'guide/statements.tsv'), 'utf8').split('\n')
    .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]);

// "PR-1 to PR-10" names all ten.
function idsIn(title) {
    const spread = title.replace(/\b([A-Z]{2})-(\d+) to \1-(\d+)\b/g, (_, kind, first, last) =>
        Array.from({ length: last - first + 1 }, (__, i) => `${kind}-${Number(first) + i}`).join(' '));
    return spread.match(idPattern) ?? [];
}

function sources(folder, extension) {
    return readdirSync(join(tests, folder)).filter((name) => name.endsWith(extension))
        .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(tests, folder, name), 'utf8') }));
}

function titles({ name, text }, pattern) {
    return [...text.matchAll(pattern)].map((match) => ({ where: name, title: match[2] ?? match[1] }));
}

function proofs(found) {
    const byId = new Map(statements.map((id) => [id, []]));
    for (const { where, title } of found) for (const id of idsIn(title)) byId.get(id)?.push(where);
    return byId;
}

const core = proofs(sources('core', '_test.cpp').flatMap((file) =>
    titles(file, /(?:TEST_CASE|SUBCASE)\(\s*"((?:[^"\\]|\\.)*)"/g)));

const outsideFiles = ['browser', 'cli', 'native'].flatMap((folder) => sources(folder, '.test.mjs'));
const journeys = sources('journey', '.json').flatMap(({ name, text }) => {
    const short = name.replace(/^journey\/|\.json$/g, '');
    const walkers = outsideFiles.filter((file) => new RegExp(`['"]?${short}['"]?`).test(file.text));
    return walkers.map((file) => ({ where: `${file.name} (${short})`, title: (JSON.parse(text).proves ?? []).join(' ') }));
});
const outside = proofs([...outsideFiles.flatMap((file) => titles(file, /\btest\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)), ...journeys]);

test('every statement of the guide has a proof in the core and one from outside', (t) => {
    for (const id of statements) {
        const list = (map) => [...new Set(map.get(id))].join(', ') || 'nothing';
        t.diagnostic(`${id.padEnd(6)} core: ${list(core)}; outside: ${list(outside)}`);
    }
    const missing = (map) => statements.filter((id) => map.get(id).length === 0);
    assert.deepEqual({ core: missing(core), outside: missing(outside) }, { core: [], outside: [] });
});

test('tests name only statements that exist', () => {
    const unknown = new Set();
    for (const file of [...sources('core', '_test.cpp'), ...outsideFiles, ...sources('journey', '.json')])
        for (const id of file.text.match(/\b(?:PU|RT|PR|DC|RC|RB|HR|RN)-\d+\b/g) ?? []) if (!statements.includes(id)) unknown.add(`${id} in ${file.name}`);
    assert.deepEqual([...unknown], []);
});
