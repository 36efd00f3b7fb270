// How files are read and written: in place, elsewhere, through pipes, many at once, and what is said of bad ones.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk, program } from './lib/releasectl.mjs';

test('every command explains itself and says its version', (t) => {
    const desk = new Desk(t);
    const all = desk.run(['--help']);
    assert.equal(all.status, 0);
    for (const command of ['new', 'show', 'assign', 'unassign', 'mark', 'set', 'vote', 'gate', 'advance', 'merge', 'conflicts',
        'resolve', 'notes', 'verify']) {
        assert.match(all.stdout, new RegExp(`^  ${command} `, 'm'));
        const help = desk.run([command, '--help']);
        assert.equal(help.status, 0);
        assert.equal(help.stderr, '');
    }
    assert.match(desk.run(['--version']).stdout, /^releasectl \d+\.\d+\.\d+\n$/);
    assert.match(desk.run(['show', '--version']).stdout, /^releasectl /);
});

test('wrong usage ends with 2 and says so on stderr alone', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    for (const args of [[], ['nonsense'], ['show'], ['mark', 'a.json', 'backup'], ['mark', 'a.json', 'backup', '--done', '--open'],
        ['gate', 'a.json', '--for', 'tomorrow'], ['show', 'a.json', '--at', 'noon'], ['set', 'a.json', 'name', 'X'],
        ['show', 'nowhere.json'], ['show', '.']]) {
        const { status, stdout, stderr } = desk.run(args);
        assert.equal(status, 2, args.join(' '));
        assert.equal(stdout, '');
        assert.notEqual(stderr, '');
    }
});

test('a bad file is named with its line, and stays as it is', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    const lines = readFileSync(desk.path('a.json'), 'utf8').split('\n');
    lines[4] = lines[4].replace('"s":3', '"s":0');
    writeFileSync(desk.path('a.json'), lines.join('\n'));
    const { status, stderr } = desk.run(['set', 'a.json', 'name', 'X'], { by: 'Ana' });
    assert.equal(status, 2);
    assert.match(stderr, /^a\.json:5: /);
    assert.equal(readFileSync(desk.path('a.json'), 'utf8'), lines.join('\n'));
});

test('new does not write over a file', (t) => {
    const desk = new Desk(t);
    writeFileSync(desk.path('a.json'), 'precious');
    const { status } = desk.run(['new', '--product', 'P', '--version', '1.0.0', '--type', 'minor', '-o', 'a.json'], { by: 'Ana' });
    assert.equal(status, 2);
    assert.equal(readFileSync(desk.path('a.json'), 'utf8'), 'precious');
});

test('a file keeps its permissions and a link stays a link; nothing is left beside it', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    chmodSync(desk.path('a.json'), 0o640);
    symlinkSync('a.json', desk.path('link.json'));
    desk.act('Ana', 'set', 'link.json', 'name', 'Through the link');
    assert.ok(lstatSync(desk.path('link.json')).isSymbolicLink());
    assert.equal(statSync(desk.path('a.json')).mode & 0o777, 0o640);
    assert.equal(desk.status('a.json').name, 'Through the link');
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.json', 'link.json']);
});

test('-o writes elsewhere, and - reads stdin and writes stdout', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    const before = readFileSync(desk.path('a.json'), 'utf8');
    desk.act('Ana', 'set', 'a.json', 'name', 'Copy', '-o', 'b.json');
    assert.equal(readFileSync(desk.path('a.json'), 'utf8'), before);
    assert.equal(desk.status('b.json').name, 'Copy');
    const piped = desk.run(['set', '-', 'name', 'Piped'], { by: 'Ana', input: before });
    assert.equal(piped.status, 0);
    assert.equal(piped.stderr, '');
    writeFileSync(desk.path('c.json'), piped.stdout);
    assert.equal(desk.status('c.json').name, 'Piped');
});

test('commands at the same moment wait for each other and lose nothing', async (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    const people = Array.from({ length: 12 }, (_, n) => `Person ${n}`);
    await Promise.all(people.map((person) => new Promise((done, failed) => {
        spawn(program, ['assign', 'a.json', 'developers', person, '--by', 'Ana'], { cwd: desk.folder })
            .on('error', failed)
            .on('exit', (status) => (status === 0 ? done() : failed(new Error(`status ${status}`))));
    })));
    assert.deepEqual(desk.status('a.json').roles.developers.sort(), people.sort());
});

test('text from a file cannot steer the terminal', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    desk.act('Ana', 'set', 'a.json', 'name', 'red \u001b[31m \u202e text');
    const shown = desk.run(['show', 'a.json', '--at', desk.at]).stdout;
    assert.ok(!/[\u001b\u202e]/.test(shown));
    assert.match(shown, /red \ufffd\[31m \ufffd text/);
    assert.ok(!/[\u001b\u202e]/.test(desk.run(['log', 'a.json']).stdout));
});
