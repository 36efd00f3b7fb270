// Copies that people changed apart from each other come together without a loss.
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

test('two copies merge to the same bytes from either side', (t) => {
    const desk = twoCopies(t);
    desk.act('Ana', 'set', 'ana.json', 'notes.summary', 'Saved carts');
    desk.act('Bruno', 'set', 'bruno.json', 'rollback.plan', 'Back to 4.1.3');
    const one = desk.run(['merge', 'ana.json', 'bruno.json', '-o', 'one.json', '--json']);
    assert.equal(one.status, 0, one.stderr);
    const counts = JSON.parse(one.stdout);
    assert.deepEqual([counts.new, counts.conflicts, counts.unknown], [1, 0, 0]);
    desk.run(['merge', 'bruno.json', 'ana.json', '-o', 'other.json']);
    assert.equal(readFileSync(desk.path('one.json'), 'utf8'), readFileSync(desk.path('other.json'), 'utf8'));
});

test('a disagreement is shown with who said what, and closed by choosing one answer', (t) => {
    const desk = twoCopies(t);
    desk.act('Ana', 'set', 'ana.json', 'name', 'Saved carts for all');
    desk.act('Bruno', 'set', 'bruno.json', 'name', 'Carts');
    assert.equal(desk.run(['merge', 'ana.json', 'bruno.json']).status, 1);
    const shown = desk.run(['conflicts', 'ana.json']);
    assert.equal(shown.status, 1);
    assert.match(shown.stdout, /^name\n.*(Ana|Bruno).*\n.*(Ana|Bruno).*\n {2}Until then the earlier one is shown\.\n$/);
    const [{ field, heads }] = JSON.parse(desk.run(['conflicts', 'ana.json', '--json']).stdout);
    assert.equal(field, 'name');
    assert.deepEqual(heads.map((one) => one.value).sort(), ['Carts', 'Saved carts for all']);

    desk.act('Ana', 'resolve', 'ana.json', 'name', 'Carts');
    assert.equal(desk.status('ana.json').name, 'Carts');
    assert.equal(desk.run(['conflicts', 'ana.json']).status, 0);
    desk.refused('Ana', ['resolve', 'ana.json', 'name', 'Carts'], ['name is not in conflict']);
});

test('answers that read alike are told apart by number', (t) => {
    const desk = twoCopies(t);
    desk.act('Ana', 'mark', 'ana.json', 'ui-approved', '--waive', 'No UI', '--approver', 'Ana');
    desk.act('Bruno', 'mark', 'bruno.json', 'ui-approved', '--waive', 'Wording only', '--approver', 'Bruno');
    assert.equal(desk.run(['merge', 'ana.json', 'bruno.json']).status, 1);
    const unclear = desk.run(['resolve', 'ana.json', 'item.ui-approved', 'waived'], { by: 'Ana' });
    assert.equal(unclear.status, 2);
    assert.match(unclear.stderr, /--head/);
    desk.act('Ana', 'resolve', 'ana.json', 'item.ui-approved', '--head', '2');
    assert.equal(desk.run(['conflicts', 'ana.json']).status, 0);
});

test('another release is not a copy, and a fork is told and kept', (t) => {
    const desk = twoCopies(t);
    desk.create('other.json');
    const mixed = desk.run(['merge', 'ana.json', 'other.json']);
    assert.equal(mixed.status, 2);
    assert.match(mixed.stderr, /^other.json: is another release/);

    const bytes = readFileSync(desk.path('bruno.json'), 'utf8');
    writeFileSync(desk.path('bruno.json'), bytes.replace('"v":"Saved carts"', '"v":"Forged"'));
    assert.equal(desk.run(['merge', 'ana.json', 'bruno.json']).status, 1);
    const verified = desk.run(['verify', 'ana.json']);
    assert.equal(verified.status, 1);
    assert.match(verified.stderr, /ana.json: fork: 2 different entries/);
    const kept = readFileSync(desk.path('ana.json'), 'utf8');
    assert.ok(kept.includes('Forged') && kept.includes('Saved carts'));
});
