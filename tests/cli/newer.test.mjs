// What this version does not know, and entries that exist twice: kept byte for byte, shown, and never taken for granted.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

const unknown = '{"a":"zz","s":1,"t":99,"w":1764000000001,"by":"Kofi","k":"attest","i":"attestation",'
    + '"v":{"n":1.5000,"big":123456789012345678901234567890,"b":{"z":1,"a":[]}},"x-key":"ab","é":[1.0,1e5]}';
const critical = unknown.replace('"s":1', '"s":2').replace('"x-key"', '"crit":true,"x-key"');
const linesOf = (desk, file) => readFileSync(desk.path(file), 'utf8').split('\n');

function withLines(t, ...lines) {
    const desk = new Desk(t);
    desk.create('a.json');
    const text = readFileSync(desk.path('a.json'), 'utf8');
    writeFileSync(desk.path('a.json'), text.replace('null]}', `${lines.map((line) => `${line},\n`).join('')}null]}`));
    return desk;
}

test('unknown kinds and unknown keys stand in every file that is written, byte for byte', (t) => {
    // A known kind with a key of a newer version too.
    const keyed = '{"a":"yy","s":1,"t":98,"w":1764000000001,"by":"Kofi","k":"set","i":"notes:summary","v":"Carts","x-key":{"b":1.0,"a":2}}';
    const desk = withLines(t, keyed, unknown);
    desk.act('Ana', 'set', 'a.json', 'rollback.plan', 'Back to 4.1.3');
    desk.act('', 'pack', 'a.json', '-o', 'all.workspace.json');
    desk.act('', 'unpack', 'all.workspace.json', '-d', 'out');
    desk.run(['merge', 'a.json', 'out/checkout-4.2.0.release.json', '-o', 'merged.json']);
    for (const file of ['a.json', 'out/checkout-4.2.0.release.json', 'merged.json'])
        for (const line of [keyed, unknown]) assert.ok(linesOf(desk, file).includes(`${line},`), `${file}: ${line}`);
    assert.ok(readFileSync(desk.path('all.workspace.json'), 'utf8').includes(`"op":${unknown}}`));

    assert.match(desk.act('', 'log', 'a.json').stdout, /Kofi did what this version does not know$/m);
    assert.match(desk.act('', 'show', 'a.json').stdout, /\nNot known to this version\n {2}zz\.1 .* Kofi +attest, about attestation\n/);
    assert.equal(desk.status('a.json').unknown, 1);
    desk.act('Ana', 'advance', 'a.json', '--to', 'preparing'); // it is not critical
});

test('a critical entry of a newer version closes every gate, and says so', (t) => {
    const desk = withLines(t, critical);
    const said = 'An entry of this release was made by a newer version';
    const asked = desk.run(['gate', 'a.json', '--for', 'preparing']);
    assert.equal(asked.status, 1);
    assert.ok(asked.stdout.includes(`${said}. Open it with the newest version of Release Desk.`), asked.stdout);
    desk.refused('Ana', ['advance', 'a.json', '--to', 'preparing'], [said]);
    desk.refused('Ana', ['advance', 'a.json', '--to', 'preparing', '--override', 'It must go'], [said]);
    for (const way of desk.status('a.json').next) assert.equal(way.blockers[0].rule, 'newer-version', way.to);
    desk.act('Ana', 'set', 'a.json', 'rollback.plan', 'Back to 4.1.3'); // the rest works
    assert.ok(linesOf(desk, 'a.json').includes(`${critical},`));
});

test('an entry that exists twice is shown with who, when and what each says, and both are kept', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    const line = linesOf(desk, 'a.json').find((one) => one.includes('"v":"Saved carts"'));
    const forged = line.replace('Saved carts', 'Zoé’s carts').replace('"by":"Ana"', '"by":"Zoé"');
    writeFileSync(desk.path('b.json'), readFileSync(desk.path('a.json'), 'utf8').replace(line, forged));
    assert.equal(desk.run(['merge', 'a.json', 'b.json']).status, 1);
    const log = desk.act('', 'log', 'a.json', '--forked').stdout.trim().split('\n');
    assert.equal(log.length, 2);
    assert.match(log[0], / {2}Counts: Ana set the name to Saved carts$/);
    assert.match(log[1], / {2}Set aside: Zoé set the name to Zoé’s carts$/);
    const versions = JSON.parse(desk.act('', 'log', 'a.json', '--json').stdout).map((one) => one.version);
    assert.deepEqual(versions.filter(Boolean), ['counts', 'aside']);
    assert.match(desk.act('', 'show', 'a.json').stdout, /\nEntries in two versions\n {2}Counts .* Ana .*\n {2}Set aside .* Zoé .*\n/);
    const { status, stderr } = desk.run(['verify', 'a.json']);
    assert.equal(status, 1);
    assert.match(stderr, /fork: [a-z0-9]+\.\d+: 2026-11-25T12:00:00Z {2}Set aside: Zoé set the name to Zoé’s carts/);
    assert.equal(desk.status('a.json').name, 'Saved carts');

    desk.act('Ana', 'set', 'a.json', 'name', 'Carts'); // the rest works
    for (const kept of [line, forged]) assert.ok(linesOf(desk, 'a.json').includes(kept));
});

test('two versions of a long text are told apart by what they say', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    const plan = 'Switch the load balancer back to the green pool and run the reverse migration. ';
    desk.act('Ana', 'set', 'a.json', 'rollback.plan', `${plan.repeat(4)}QA runs the smoke tests.`);
    writeFileSync(desk.path('b.json'), readFileSync(desk.path('a.json'), 'utf8').replace('QA runs', 'Nobody runs'));
    desk.run(['merge', 'a.json', 'b.json']);
    const log = desk.act('', 'log', 'a.json', '--forked').stdout;
    assert.match(log, /Counts: Ana changed the rollback plan: …migration\. Nobody runs the smoke tests\.$/m);
    assert.match(log, /Set aside: Ana changed the rollback plan: …migration\. QA runs the smoke tests\.$/m);
});
