// The example of docs/format.md, read out of the document: its bytes are what the program reads, joins and writes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { alteredIn, digestOf, opsOf } from './lib/reader.mjs';
import { journey, start, walk } from './lib/walk.mjs';

const example = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8').split('\n## An example\n')[1];
const [ana, bruno, merged, lines] = [...example.matchAll(/^```\n(.*?)^```$/gms)].map((match) => match[1]);

function copies(t) {
    const desk = new Desk(t);
    const start = ana.split('\n').slice(0, 6); // first line, guide, four ops
    writeFileSync(desk.path('ana.release.json'), ana);
    writeFileSync(desk.path('bruno.release.json'), `${start.join('\n')}\n${bruno}null]}\n`);
    return { desk, both: `${start.slice(0, 2).join('\n')}\n${merged}` };
}

test('the copies of the document are sound, and as the program writes them', (t) => {
    const { desk } = copies(t);
    const verified = JSON.parse(desk.act('', 'verify', 'ana.release.json', 'bruno.release.json', '--json').stdout);
    assert.deepEqual(verified.map((one) => [one.sound, one.as_written, one.unknown]), [[true, true, 0], [true, true, 1]]);
});

test('merged they are the bytes of the document, from either side, with the dispute that it names', (t) => {
    const { desk, both } = copies(t);
    for (const pair of [['ana', 'bruno'], ['bruno', 'ana']]) {
        const [first, second] = pair.map((name) => `${name}.release.json`);
        assert.equal(desk.run(['merge', first, second, '-o', 'both.json']).status, 1);
        assert.equal(readFileSync(desk.path('both.json'), 'utf8'), both);
    }
    const status = desk.status('both.json');
    assert.equal(status.version, '4.3.0');
    assert.deepEqual(status.conflicts.map((one) => one.field), ['version']);
});

test('the digest is that of the lines of the document', (t) => {
    const { desk, both } = copies(t);
    const digest = createHash('sha256').update(lines).digest('hex').slice(0, 32);
    assert.ok(example.includes(`begins with \`${digest}\``), digest);
    writeFileSync(desk.path('both.json'), both);
    assert.equal(desk.status('both.json').digest, digest);
});

test('a reader that knows nothing but the document finds the same digest, and the same altered entry', (t) => {
    const desk = new Desk(t);
    walk(desk, journey('incident-forward'), 'a.json'); // with names that copies make up
    desk.act('Ana', 'seal', 'a.json');
    const text = readFileSync(desk.path('a.json'), 'utf8');
    assert.equal(digestOf(opsOf(text)), desk.status('a.json').digest);
    assert.deepEqual(alteredIn(opsOf(text)), []);

    writeFileSync(desk.path('a.json'), text.replace('"k":"set","i":"name","v":"', '$&The '));
    const { stdout } = desk.run(['verify', 'a.json', '--json']);
    const [{ altered, digest }] = JSON.parse(stdout);
    const ops = opsOf(readFileSync(desk.path('a.json'), 'utf8'));
    assert.equal(altered.length, 1);
    assert.deepEqual(alteredIn(ops), altered);
    assert.equal(digestOf(ops), digest);
});

// The rule of the document for what a vote was for, written once more in this language.
test('the basis of a vote is as the document says', (t) => {
    const desk = new Desk(t);
    start(desk, journey('no-go-then-go'), 'a.json');
    desk.act('Ana', 'set', 'a.json', 'rollback.plan', 'Zurück auf 4.1.3');
    desk.act('Ana', 'mark', 'a.json', 'ui-approved', '--waive', 'Wörter only', '--approver', 'Ana', '--expires', '2026-12-15');
    desk.act('Ana', 'window', 'a.json', '--start', '2026-12-01T21:00', '--end', '2026-12-01T22:00', '--zone', 'Europe/Berlin');
    desk.act('Farah', 'vote', 'a.json', 'qa', '--go');
    const { basis } = JSON.parse(readFileSync(desk.path('a.json'), 'utf8')).ops.find((op) => op?.i === 'vote:qa').v;

    const digest = (...fields) => createHash('sha256').update(fields.map((text) => `${Buffer.byteLength(text)}:${text}`).join(''))
        .digest('hex').slice(0, 16);
    const status = desk.status('a.json');
    const numbers = { open: '0', met: '2', waived: '3' };
    const notes = Object.keys(status.notes).sort().flatMap((key) => [key, status.notes[key]]);
    assert.deepEqual(basis, {
        decision: '0',
        notes: digest(...notes),
        plan: digest('Zurück auf 4.1.3', status.rollback['last-good']),
        requirements: digest(...status.requirements.flatMap((one) =>
            [one.key, numbers[one.status], one.reason ?? '', one.approver ?? '', one.expires ?? ''])),
        version: digest('Checkout', '4.2.0', 'minor'),
        window: digest('2026-12-01T21:00', '2026-12-01T22:00', 'Europe/Berlin', ''),
    });
});
