// Words that are no command line: each is told with what would be right, and changes nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

const file = 'checkout.release.json';

// What is said of the words, in its first line; the second shows how the command that they got to is used.
function saidOf(desk, line) {
    const { status, stdout, stderr } = desk.run(line.split(' '), { by: 'Ana' });
    assert.equal(status, 2, line);
    assert.equal(stdout, '');
    const [problem, usage, more, ...rest] = stderr.split('\n');
    assert.deepEqual(rest, [''], stderr);
    const command = usage.match(/^Usage: releasectl ((?:[a-z]+ )*)/)[1].split(' ')[0];
    assert.ok(more.startsWith(`Look at \`releasectl ${command}`), more);
    return problem.replace('releasectl: ', '');
}

test('a word that is no command, act or flag is named, with the one that is near to it', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    const before = readFileSync(desk.path(file), 'utf8');
    for (const [line, said] of [
        ['bogus', 'there is no command "bogus"'],
        ['advnce x --to staging', 'there is no command "advnce", is advance meant?'],
        ['--vresion', 'there is no flag --vresion, is --version meant?'],
        [`mark ${file} notes-drafted --don`, 'there is no flag --don of "mark", is --done meant?'],
        [`mark ${file} notes-drafted --colour=red`, 'there is no flag --colour of "mark"'],
        [`incident ${file} opne text`, '"opne" is nothing that "incident" does: open, mitigate, resolve, reopen, severity, started, log, report, sent, action'],
        [`show ${file} b.json`, 'a word too many: "b.json"'],
        [`vote ${file} qa --go b c`, 'words too many: "b", "c"'],
    ]) assert.equal(saidOf(desk, line), said);
    assert.equal(readFileSync(desk.path(file), 'utf8'), before);
});

test('what is missing from a command line is named', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    for (const [line, said] of [
        ['--json', 'there is no flag --json'],
        ['show', 'FILE is missing'],
        ['new --product', '--product needs a value'],
        [`gate ${file}`, '--for is missing'],
        [`incident ${file}`, 'what it is to do is missing: open, mitigate, resolve, reopen, severity, started, log, report, sent, action'],
        [`vote ${file} qa`, 'one of these is needed: --go, --no-go, --withdraw'],
        [`mark ${file} notes-drafted --done --open`, 'only one of these may stand: --done, --open, --na, --waive'],
        [`resolve ${file} name --head k`, '--head: "k" is not a number from 1 on'],
        [`resolve ${file} name --head 0`, '--head: "0" is not a number from 1 on'],
        [`announce ${file} --for nobody`, '--for: "nobody" is none of these: customers, support, stakeholders'],
    ]) assert.equal(saidOf(desk, line), said);
    const { status, stderr } = desk.run([]);
    assert.equal(status, 2);
    assert.match(stderr, /^releasectl: a command is missing\nUsage: releasectl COMMAND … \[flags\]\n/);
});
