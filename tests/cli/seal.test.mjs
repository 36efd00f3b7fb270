// `seal` and `verify`: an entry that was altered, cut out or moved after it was sealed is told.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { journey, walk } from './lib/walk.mjs';

const lines = (desk, file) => readFileSync(desk.path(file), 'utf8').split('\n');
const rewrite = (desk, file, all) => writeFileSync(desk.path(file), all.join('\n'));

// A release that went all its way and was sealed once, at the end.
function sealed(t) {
    const desk = new Desk(t);
    walk(desk, journey('minor-release'), 'a.json');
    const before = readFileSync(desk.path('a.json'), 'utf8');
    const digest = JSON.parse(desk.act('', 'verify', 'a.json', '--json').stdout)[0].digest;
    assert.match(desk.act('CI', 'seal', 'a.json').stdout, /^\d+ entries are sealed now, \d+ in all\n$/);
    return { desk, before, digest };
}

test('sealing adds one entry for all, changes nothing that is shown, and does nothing the second time', (t) => {
    const { desk, before, digest } = sealed(t);
    const after = readFileSync(desk.path('a.json'), 'utf8');
    assert.equal(after.split('\n').length, before.split('\n').length + 1);
    assert.match(desk.act('CI', 'seal', 'a.json').stdout, /^Everything is sealed already: \d+ entries\n$/);
    assert.equal(readFileSync(desk.path('a.json'), 'utf8'), after);
    const { stdout } = desk.act('', 'verify', 'a.json');
    assert.match(stdout, /^a\.json: sound, \d+ entries, all sealed, digest /);
    assert.ok(stdout.includes(digest));
    assert.doesNotMatch(desk.act('', 'log', 'a.json').stdout, /Z  CI /);
    desk.act('Ana', 'set', 'a.json', 'notes.summary', 'Carts survive');
    assert.match(desk.act('', 'verify', 'a.json').stdout, /, 1 not sealed yet, /);
});

test('an altered value is told with its line, whoever seals the file anew', (t) => {
    const { desk } = sealed(t);
    const all = lines(desk, 'a.json');
    const at = all.findIndex((line) => line.includes('"i":"vote:qa"'));
    all[at] = all[at].replace('"vote":"go"', '"vote":"no-go"');
    rewrite(desk, 'a.json', all);
    const check = () => {
        const { status, stdout, stderr } = desk.run(['verify', 'a.json']);
        assert.equal(status, 1);
        assert.match(stdout, /^a\.json: altered, /);
        assert.match(stderr, new RegExp(`^a\\.json:${at + 1}: altered: \\S.*'s entry [a-z0-9]+\\.\\d+ on vote:qa reads otherwise than when CI sealed it`));
        assert.equal(stderr.trim().split('\n').length, 1);
    };
    check();
    assert.equal(JSON.parse(desk.run(['verify', 'a.json', '--json']).stdout)[0].altered.length, 1);
    desk.act('Mallory', 'seal', 'a.json');
    check();
});

test('a line that was cut out, also the last of its copy, and one that was moved to another copy are missed', (t) => {
    const { desk } = sealed(t);
    const whole = lines(desk, 'a.json');
    const at = whole.findIndex((line) => line.includes('"i":"vote:qa"'));
    rewrite(desk, 'a.json', whole.filter((_, i) => i !== at));
    const cut = desk.run(['verify', 'a.json']);
    assert.equal(cut.status, 1);
    assert.match(cut.stderr, /^a\.json: missing: [a-z0-9]+\.\d+ must have been made and is not here\./);

    const other = /"a":"([a-z0-9]+)"/.exec(whole[at + 1])[1];
    const moved_line = whole[at].replace(/"a":"[a-z0-9]+","s":\d+/, `"a":"${other}","s":9`);
    rewrite(desk, 'a.json', whole.map((line, i) => (i === at ? moved_line : line)));
    const moved = desk.run(['verify', 'a.json']);
    assert.equal(moved.status, 1);
    assert.match(moved.stderr, /missing: /);
});

test('a seal that was altered itself does not fit', (t) => {
    const { desk } = sealed(t);
    const all = lines(desk, 'a.json');
    const at = all.findIndex((line) => line.includes('"k":"seal"'));
    all[at] = all[at].replace(/"hash":"./, (start) => start.slice(0, -1) + (start.endsWith('0') ? '1' : '0'));
    rewrite(desk, 'a.json', all);
    const { status, stderr } = desk.run(['verify', 'a.json']);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^a\\.json:${at + 1}: seal: that of CI, .* does not fit`));
});

test('what was sealed stays so in a workspace, and its altered entries are told with their line', (t) => {
    const { desk } = sealed(t);
    desk.act('', 'pack', 'a.json', '-o', 'all.workspace.json');
    assert.match(desk.act('', 'verify', 'all.workspace.json').stdout, /, all sealed, /);
    const all = lines(desk, 'all.workspace.json');
    const at = all.findIndex((line) => line.includes('"i":"notes:summary"'));
    all[at] = all[at].replace(/"by":"[^"]+"/, '"by":"Mallory"');
    rewrite(desk, 'all.workspace.json', all);
    const { status, stderr } = desk.run(['verify', 'all.workspace.json']);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^all\\.workspace\\.json:${at + 1}: rel_[a-z0-9]+: altered: Mallory's entry `));
    desk.act('', 'verify', 'a.json');
});

test('sealing needs a name', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    const { status, stderr } = desk.run(['seal', 'a.json']);
    assert.equal(status, 2);
    assert.match(stderr, /^--by: say who seals/);
});
