// `diff`: what one copy of a release has that the other lacks.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

function twoCopies(t) {
    const desk = new Desk(t);
    desk.create('ana.json');
    copyFileSync(desk.path('ana.json'), desk.path('bruno.json'));
    return desk;
}

test('copies that hold the same are equal, however they are laid out: exit status 0', (t) => {
    const desk = twoCopies(t);
    writeFileSync(desk.path('bruno.json'), JSON.stringify(JSON.parse(readFileSync(desk.path('bruno.json'), 'utf8')), null, 2));
    const { status, stdout } = desk.run(['diff', 'ana.json', 'bruno.json']);
    assert.equal(status, 0);
    assert.match(stdout, /^The same: \d+ entries, digest [0-9a-f]{32}\n$/);
    assert.equal(JSON.parse(desk.run(['diff', 'ana.json', 'bruno.json', '--json']).stdout).equal, true);
});

test('different copies are told apart in words and as data: exit status 1', (t) => {
    const desk = twoCopies(t);
    desk.act('Ana', 'set', 'ana.json', 'notes.summary', 'Saved carts');
    desk.act('Bruno', 'set', 'bruno.json', 'name', 'Carts');
    const { status, stdout, stderr } = desk.run(['diff', 'ana.json', 'bruno.json']);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    const lines = stdout.split('\n');
    assert.deepEqual(lines.slice(0, 5), [
        'Only in ana.json, 1 entry:', '  2026-11-25T12:00:00Z  Ana wrote the release notes: Summary',
        'Only in bruno.json, 1 entry:', '  2026-11-25T12:00:00Z  Bruno set the name to Carts',
        'From ana.json to bruno.json:']);
    // Both were written at the same time, under names that are drawn by lot.
    assert.deepEqual(lines.slice(5).sort(), ['', '  Name: Saved carts → Carts (Bruno)', '  Summary: Saved carts → not set (Ana)']);

    const data = JSON.parse(desk.run(['diff', 'ana.json', 'bruno.json', '--json']).stdout);
    assert.equal(data.equal, false);
    assert.deepEqual([data.only_a.length, data.only_b.length, data.forks.length], [1, 1, 0]);
    const changes = Object.fromEntries(data.changes.map((one) => [one.field, one]));
    assert.deepEqual(changes.name, { field: 'name', title: 'Name', from: 'Saved carts', to: 'Carts', by: 'Bruno', conflict: false });
    assert.equal(changes['notes:summary'].to, 'not set');
});

test('what cannot be compared is bad input: another release, a file that is none, stdin twice', (t) => {
    const desk = twoCopies(t);
    desk.create('other.json');
    writeFileSync(desk.path('broken.json'), '{"format":"octoacme-release/1",');
    for (const [files, message] of [
        [['ana.json', 'other.json'], /^other\.json: is another release \(rel_/], [['ana.json', 'broken.json'], /^broken\.json:1: /],
        [['nowhere.json', 'ana.json'], /^nowhere\.json: /], [['-', '-'], /^-: stdin can be read only once/]]) {
        const { status, stdout, stderr } = desk.run(['diff', ...files]);
        assert.equal(status, 2, files.join(' '));
        assert.equal(stdout, '');
        assert.match(stderr, message);
    }
});

test('a merge keeps the forks of the copy that it takes in', (t) => {
    const desk = twoCopies(t);
    const bytes = readFileSync(desk.path('bruno.json'), 'utf8');
    writeFileSync(desk.path('forged.json'), bytes.replace('"v":"Saved carts"', '"v":"Forged"'));
    desk.run(['merge', 'bruno.json', 'forged.json']);
    assert.match(desk.run(['diff', 'ana.json', 'bruno.json']).stdout, /^Fork: entry \w+\.\d+ does not say the same/m);
    assert.equal(desk.run(['merge', 'ana.json', 'bruno.json']).status, 1);
    const merged = readFileSync(desk.path('ana.json'), 'utf8');
    assert.ok(merged.includes('Forged') && merged.includes('"v":"Saved carts"'));
});
