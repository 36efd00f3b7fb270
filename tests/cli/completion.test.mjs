// What the shells complete, asked in the shells themselves.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

// A command line up to the cursor, and what is offered there; what must not be stands behind "not".
const cases = [
    { line: ['g'], offers: ['gate'] },
    { line: [''], offers: ['new', 'show', 'metrics', 'completion'], not: ['--help', 'open'] },
    { line: ['gate', 'a.json', '--'], offers: ['--for', '--as', '--with', '--json', '--help'], not: ['--evidence'] },
    { line: ['gate', 'a.json', '--for', 'st'], offers: ['staging', 'stable'], not: ['deciding'] },
    { line: ['mark', 'a.json', 'roll'], offers: ['rollback-plan', 'rollback-decision'], not: ['backup'] },
    { line: ['mark', 'a.json', 'backup', '--as', 'inf'], offers: ['infrastructure'] },
    { line: ['assign', '--by', 'Ana', 'a.json', 'rel'], offers: ['release-manager'] },
    { line: ['vote', 'a.json', 'qa', '--n'], offers: ['--no-go'] },
    { line: ['set', 'a.json', 'notes.'], offers: ['notes.summary', 'notes.known-issues'] },
    { line: ['incident', 'a.json', 'rep'], offers: ['report'] },
    { line: ['incident', 'a.json', 'report', 'ro'], offers: ['root-cause'] },
    { line: ['incident', 'a.json', 'open', '--sev'], offers: ['--severity'] },
    { line: ['retro', 'a.json', 'artifact', 'c'], offers: ['customer-feedback'], not: ['checklist'] },
    { line: ['log', 'a.json', '--kind', 'c'], offers: ['checklist'], not: ['customer-feedback'] },
    { line: ['notes', 'a.json', '--format', ''], offers: ['md', 'html', 'text'], not: ['a.json'] },
    { line: ['merge', 'a.json', 'b.json', 'a'], offers: ['a.json', 'another.json'], not: ['assign'] },
    { line: ['unpack', 'all.json', '-d', 'f'], offers: ['folder'] },
    { line: ['completion', ''], offers: ['bash', 'zsh', 'fish'] },
];

function asked(t, shell, ask) {
    const desk = new Desk(t);
    writeFileSync(desk.path('script'), desk.run(['completion', shell]).stdout);
    for (const name of ['a.json', 'another.json', 'b.json']) writeFileSync(desk.path(name), '');
    mkdirSync(desk.path('folder'));
    for (const { line, offers, not = [] } of cases) {
        const [command, ...args] = ask(line);
        const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: desk.folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: desk.folder } });
        assert.ok(!error && status === 0, `${line.join(' ')}: ${error ?? stderr}`);
        assert.equal(stderr, '', line.join(' '));
        const words = stdout.split('\n').map((one) => one.split('\t')[0].replace(/\/$/, ''));
        for (const word of offers) assert.ok(words.includes(word), `${line.join(' ')}: ${word} is not among ${words.join(' ')}`);
        for (const word of not) assert.ok(!words.includes(word), `${line.join(' ')}: ${word} is offered`);
    }
}

const has = (shell) => spawnSync(shell, ['--version']).error === undefined;
const inQuotes = (words) => words.map((word) => `'${word}'`).join(' ');

test('bash completes commands, acts, flags, keys and files', { skip: !has('bash') }, (t) => {
    asked(t, 'bash', (line) => ['bash', '--norc', '-c',
        `source ./script; COMP_WORDS=(releasectl ${inQuotes(line)}); COMP_CWORD=${line.length}; _releasectl; printf '%s\\n' "\${COMPREPLY[@]}"`]);
});

test('zsh completes commands, acts, flags, keys and files', { skip: !has('zsh') }, (t) => {
    // Its completion works at a terminal only; in place of what it offers there stand functions that print.
    const stubs = `
        _describe() { local line; for line in "\${(@P)2}"; do print -r -- "\${line%%:*}"; done }
        compadd() { shift; print -rl -- "$@" }
        _files() { if [[ $1 == -/ ]]; then print -rl -- *(/); else print -rl -- *; fi }
        compdef() { : }`;
    asked(t, 'zsh', (line) => ['zsh', '-f', '-c', `${stubs}
        source ./script; words=(releasectl ${inQuotes(line)}); CURRENT=$#words
        _releasectl | grep -e "^\${words[CURRENT]}" || true`]);
});

test('fish completes commands, acts, flags, keys and files', { skip: !has('fish') }, (t) => {
    asked(t, 'fish', (line) => ['fish', '--no-config', '-c', `source ./script; complete -C "releasectl ${line.join(' ')}"`]);
});
