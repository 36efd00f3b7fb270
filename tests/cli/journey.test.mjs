// A Minor release from Draft to Stable, command by command; every refusal along the way; then its export.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { journey, walk } from './lib/walk.mjs';

const plan = journey('minor-release');
const file = 'checkout.release.json';

test('RT-2 a Minor release goes from Draft to Stable by commands alone', (t) => {
    const desk = new Desk(t);
    walk(desk, plan, file);

    const status = desk.status(file);
    assert.equal(status.format, 'octoacme-status/1');
    assert.equal(status.phase, 'stable');
    assert.equal(status.requirements.filter((one) => one.status === 'open').length, 0);
    assert.equal(status.checklist.filter((one) => ['open', 'partial'].includes(one.status)).length, 0);
    assert.equal(status.conflicts.length, 0);

    const verified = desk.act('', 'verify', file);
    assert.match(verified.stdout, /sound/);
    t.diagnostic(`digest ${status.digest}`);
});

test('the same acts at another time and by other copies end in the same digest', (t) => {
    const one = new Desk(t);
    const other = new Desk(t, { at: '2027-01-04T08:30:00Z' });
    walk(one, plan, file);
    walk(other, plan, file);
    assert.notDeepEqual(readFileSync(one.path(file)), readFileSync(other.path(file)));
    assert.equal(one.status(file).digest, other.status(file).digest);
});

test('RN-1 RN-2 RN-3 RN-4 RN-5 RN-6 the notes of the release have all six parts', (t) => {
    const desk = new Desk(t);
    walk(desk, plan, file);
    const notes = desk.act('', 'notes', file, '--format', 'md').stdout;
    for (const step of plan.steps)
        if (step.do === 'set' && step.field.startsWith('notes.') && step.field !== 'notes.name')
            for (const line of step.value.split('\n')) assert.ok(notes.includes(line), `${step.field}: ${line}\n${notes}`);
    assert.match(notes, /## Migration steps\n\nNone/);
    assert.match(desk.act('', 'notes', file, '--format', 'html').stdout, /<h2>/);
    desk.act('', 'notes', file, '--format', 'text', '-o', 'notes.txt');
    assert.match(readFileSync(desk.path('notes.txt'), 'utf8'), /Known issues/);
});

test('export, import and export again give the same bytes', (t) => {
    const desk = new Desk(t);
    walk(desk, plan, file);
    const bytes = readFileSync(desk.path(file), 'utf8');
    const merged = desk.run(['merge', '-', file], { input: bytes });
    assert.equal(merged.status, 0);
    assert.equal(merged.stdout, bytes);
    assert.match(merged.stderr, /^0 new, /);
});
