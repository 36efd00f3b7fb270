// What the program says of itself: help, manual and completion name every command and flag, and all of it is true.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { commandsOf, exampleIn } from './lib/describe.mjs';
import { Desk, program } from './lib/releasectl.mjs';
import { journey, walk } from './lib/walk.mjs';

const project = new URL('../..', import.meta.url).pathname;
const contract = ['new', 'show', 'assign', 'unassign', 'mark', 'set', 'window', 'vote', 'gate', 'advance', 'incident', 'retro', 'merge',
    'resolve', 'conflicts', 'diff', 'log', 'notes', 'calendar', 'metrics', 'announce', 'guide', 'adopt', 'seal', 'verify', 'pack', 'unpack'];

// Every flag that a source of the program declares.
function declaredFlags() {
    const folder = `${project}native/releasectl/`;
    const flags = readdirSync(folder).filter((name) => name.endsWith('.cpp'))
        .flatMap((name) => [...readFileSync(folder + name, 'utf8').matchAll(/"(?:-[a-z],)?(--[a-z-]+)"/g)].map((match) => match[1]));
    return [...new Set(flags)];
}

// The manual as it is read, without what makes letters bold.
const plain = (roff) => roff.replaceAll('\\-', '-').replace(/\\f[BIR]/g, '');

const has = (tool) => spawnSync(tool, ['--version']).error === undefined;

test('every command of the contract is there, and docs/command-line.md tells of each and of no other', (t) => {
    const names = commandsOf(new Desk(t)).filter(({ path }) => path.length === 1).map(({ path }) => path[0]);
    for (const command of contract) assert.ok(names.includes(command), command);
    const rows = readFileSync(`${project}docs/command-line.md`, 'utf8').split('\n').filter((line) => /^\| `[a-z]+[ `]/.test(line));
    const told = rows.flatMap((row) => [...row.split(' | ')[0].matchAll(/`([a-z]+)(?=[ `])/g)].map((match) => match[1]));
    const first = [...new Set(told)].filter((word) => names.includes(word));
    assert.deepEqual(first.sort(), [...names].sort());
});

test('the help of each command and act has its usage, its exit statuses and an example, and each says its version', (t) => {
    const desk = new Desk(t);
    for (const { path, help } of commandsOf(desk)) {
        const name = path.join(' ');
        assert.match(help, new RegExp(`^Usage: releasectl ${path.length === 1 ? name : `${path[0]} (FILE )?${path[1]}`}\\b`, 'm'), name);
        assert.match(help, /^Exit status:\n {2}0 {2}\S.*\n(.*\n)* {2}2 {2}bad input/m, name);
        assert.match(exampleIn(help), new RegExp(`^releasectl ${path[0]}\\b`), name);
        assert.ok(help.split('\n').every((line) => line.length <= 150), name);
        if (path[0] !== 'new') assert.match(desk.run([path[0], ...(path[1] ? [...(help.includes(`${path[0]} FILE `) ? ['FILE'] : []), path[1]] : []), '--version']).stdout, /^releasectl \d/, name);
    }
});

test('every flag that is declared is told by help, by the manual and to every shell', (t) => {
    const desk = new Desk(t);
    const flags = declaredFlags();
    assert.ok(flags.length > 40, flags.join(' '));
    const all = commandsOf(desk);
    const manual = plain(desk.run(['man']).stdout);
    const shells = Object.fromEntries(['bash', 'zsh', 'fish'].map((shell) => [shell, desk.run(['completion', shell]).stdout]));
    for (const flag of flags) {
        const whole = new RegExp(`(?<![a-z-])${flag}(?![a-z-])`);
        assert.ok(all.some(({ help }) => whole.test(help)), `help: ${flag}`);
        assert.match(manual, whole, `manual: ${flag}`);
        assert.match(shells.bash, whole, `bash: ${flag}`);
        assert.match(shells.zsh, whole, `zsh: ${flag}`);
        assert.match(shells.fish, new RegExp(`-l ${flag.slice(2)} `), `fish: ${flag}`);
    }
    for (const { path } of all) {
        assert.ok(manual.includes(`\n.SS ${path.join(' ')}\n`), `manual: ${path.join(' ')}`);
        for (const [shell, text] of Object.entries(shells)) assert.ok(text.includes(path.at(-1)), `${shell}: ${path.join(' ')}`);
    }
});

test('the manual page is sound roff, in ASCII, and reads as what it is', { skip: !has('man') || !has('groff') }, (t) => {
    const desk = new Desk(t);
    assert.equal(desk.run(['man', '-o', 'releasectl.1']).status, 0);
    assert.match(readFileSync(desk.path('releasectl.1'), 'utf8'), /^[\n\x20-\x7e]*$/);
    const env = { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MAN_KEEP_FORMATTING: '' };
    const read = spawnSync('man', ['--warnings', '-l', 'releasectl.1'], { cwd: desk.folder, env, encoding: 'utf8' });
    assert.equal(read.stderr, '');
    assert.match(read.stdout, /releasectl - run a release by the OctoAcme guide/);
    for (const part of ['SYNOPSIS', 'COMMANDS', 'EXIT STATUS', 'ENVIRONMENT', 'EXAMPLES', 'incident open', '--drop-evidence'])
        assert.ok(read.stdout.includes(part), part);
    const checked = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-z', 'releasectl.1'], { cwd: desk.folder, encoding: 'utf8' });
    assert.equal(checked.stderr, '');
});

test('every example can be typed as it stands', (t) => {
    const desk = new Desk(t);
    const { steps, ...rest } = journey('incident-rollback');
    walk(desk, { ...rest, steps: steps.slice(0, 2) }, 'incident.json');
    desk.create('mine.json');
    const env = { PATH: `${dirname(program)}:${process.env.PATH}` };
    for (const { path, help } of commandsOf(desk)) {
        const example = exampleIn(help);
        copyFileSync(desk.path('incident.json'), desk.path('checkout.release.json'));
        for (const copy of ['mine.release.json', 'theirs.release.json']) copyFileSync(desk.path('mine.json'), desk.path(copy));
        if (path[0] === 'merge') copyFileSync(desk.path('incident.json'), desk.path('theirs.release.json'));
        if (path[0] === 'new') rmSync(desk.path('checkout.release.json'));
        if (path[0] === 'freeze' && path[1] === 'lift')
            desk.act('Ana', 'freeze', 'checkout.release.json', 'add', '--start', '2026-12-21T00:00', '--end', '2026-12-22T00:00', '--zone', 'UTC', '--reason', 'R');
        if (path[0] === 'guide' || path[0] === 'adopt') desk.run(['guide', 'show', '--json', '-o', 'own.guide.json']);
        if (path[0] === 'unpack') desk.act('', 'pack', 'checkout.release.json', '-o', 'all.workspace.json');
        // What comes of it is the shell's from a pipe or a redirection on.
        const { status, stderr } = spawnSync('sh', ['-c', example.split(/ [|>] /)[0]], { cwd: desk.folder, env, encoding: 'utf8' });
        assert.ok(status === 0 || status === 1, `${example}\n${stderr}`);
        for (const name of readdirSync(desk.folder)) if (!['incident.json', 'mine.json'].includes(name)) rmSync(desk.path(name), { recursive: true });
    }
});

test('text of the shell that is not there is bad input', (t) => {
    const desk = new Desk(t);
    writeFileSync(desk.path('x'), '');
    assert.equal(desk.run(['completion', 'tcsh']).status, 2);
    assert.equal(desk.run(['man', '-o', 'x/y']).status, 2);
});
