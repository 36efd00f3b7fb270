// The status as Markdown, from outside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

const file = 'a.release.json';
const markdown = (desk, ...more) => desk.run(['show', file, '--markdown', ...more, '--at', desk.at]);

test('PR-6 show --markdown tells what is missing, whose turn it is, and the list to tick', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    desk.act('Ana', 'assign', file, 'qa', 'Farah');
    const { status, stdout } = markdown(desk);
    assert.equal(status, 0);
    assert.ok(stdout.startsWith('# Checkout 4.2.0, Saved carts\n\n**Draft** · Minor release\n\n## Next: Preparing\n\n- '), stdout);
    assert.ok(stdout.includes('\n- [ ] Smoke tests prepared: open (Farah, QA)\n'), stdout);
    assert.ok(stdout.endsWith('\n') && !stdout.endsWith('\n\n'));
});

test('show --markdown takes a moment of the past, and nothing of it steers the terminal or becomes markup', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    desk.act('Ana', 'set', file, 'name', 'red \u001b[31m \u202e text\n# <b>**all**');
    assert.ok(markdown(desk).stdout.startsWith('# Checkout 4.2.0, red \\[31m text # \\<b>\\*\\*all\\*\\*\n'));
    const before = JSON.parse(desk.run(['log', file, '--json']).stdout).length - 1;
    assert.ok(markdown(desk, '--moment', `${before}`).stdout.startsWith('# Checkout 4.2.0, Saved carts\n'));
});

test('an answer is either data or Markdown', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    const { status, stdout, stderr } = markdown(desk, '--json');
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /leave out --json or --markdown/);
});
