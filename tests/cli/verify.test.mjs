// `verify`: well-formed, no fork, nothing missing.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { journey, walk } from './lib/walk.mjs';

test('a release that went all its way on the command line is sound and whole', (t) => {
    const desk = new Desk(t);
    walk(desk, journey('incident-rollback'), 'a.json');
    assert.match(desk.act('', 'verify', 'a.json').stdout, /^a\.json: sound, \d+ entries, not sealed, digest [0-9a-f]{32}\n$/);
});

test('an entry that was cut out is missed: exit status 1, until a whole copy is merged', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    copyFileSync(desk.path('a.json'), desk.path('whole.json'));
    const lines = readFileSync(desk.path('a.json'), 'utf8').split('\n');
    writeFileSync(desk.path('a.json'), lines.filter((line) => !line.includes('"s":3,')).join('\n'));
    const { status, stdout, stderr } = desk.run(['verify', 'a.json']);
    assert.equal(status, 1);
    assert.match(stdout, /^a\.json: not whole, /);
    assert.match(stderr, /^a\.json: missing: [a-z0-9]+\.3 must have been made and is not here\./);
    assert.match(JSON.parse(desk.run(['verify', 'a.json', '--json']).stdout)[0].missing[0], /\.3$/);
    desk.act('', 'merge', 'a.json', 'whole.json');
    desk.act('', 'verify', 'a.json');
});

test('a workspace is verified release by release, and a file by its layout', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    desk.create('b.json', 'Bruno', '4.3.0');
    const forged = readFileSync(desk.path('b.json'), 'utf8').replace('"v":"Saved carts"', '"v":"Forged"');
    writeFileSync(desk.path('forged.json'), forged);
    desk.act('', 'pack', 'a.json', 'b.json', '-o', 'all.workspace.json');
    assert.equal(desk.act('', 'verify', 'all.workspace.json').stdout.match(/^all\.workspace\.json: rel_[a-z0-9]+: sound, /gm).length, 2);
    desk.act('', 'pack', 'all.workspace.json', 'forged.json', '-o', 'forked.workspace.json');
    const { status, stdout, stderr } = desk.run(['verify', 'forked.workspace.json']);
    assert.equal(status, 1);
    assert.match(stdout, /: forked, /);
    assert.match(stderr, /^forked\.workspace\.json: rel_[a-z0-9]+: fork: 2 different entries/);

    writeFileSync(desk.path('pretty.json'), JSON.stringify(JSON.parse(readFileSync(desk.path('a.json'), 'utf8')), null, 2));
    assert.match(desk.act('', 'verify', 'pretty.json').stdout, /, in another layout than it is written here, digest/);
    writeFileSync(desk.path('broken.workspace.json'), '{"format":"octoacme-workspace/1","ops":[\n7,\nnull]}\n');
    const broken = desk.run(['verify', 'a.json', 'broken.workspace.json', '--json']);
    assert.equal(broken.status, 2);
    assert.match(broken.stderr, /^broken\.workspace\.json:2: /);
    assert.deepEqual(JSON.parse(broken.stdout).map((one) => one.sound), [true, false]);
});
