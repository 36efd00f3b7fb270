// Release notes from commits, their exports, and announcements, from outside.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { journey, start, take } from './lib/walk.mjs';
import { Desk } from './lib/releasectl.mjs';

const file = 'a.release.json';
const commits = [
    'a1b2c3d feat(cart): keep carts for 90 days (#12)', 'b2c3d4e fix: count vouchers once', 'c3d4e5f docs: describe carts',
    'd4e5f60 Merge branch \'main\' into carts', ''].join('\n');
const sorted = [
    '### New', '', '- **cart**: keep carts for 90 days (#12)', '', '### Fixed', '', '- count vouchers once', '', '### Other', '',
    '- docs: describe carts', '- Merge branch \'main\' into carts'].join('\n');

function checkout(t) {
    const desk = new Desk(t);
    desk.create(file);
    return desk;
}

const run = (desk, args, options) => desk.run([...args, '--at', desk.at], options);
const changes = (desk) => desk.status(file).notes['notable-changes'];

// A release in production, the post-deploy verifications not yet done.
function deploying(t) {
    const desk = new Desk(t, { at: '2026-11-25T20:10:00Z' });
    const plan = journey('minor-release');
    start(desk, plan, file);
    for (const step of plan.steps) {
        take(desk, file, step);
        if (step.do === 'advance' && step.to === 'deploying') return desk;
    }
    throw new Error('the journey does not deploy');
}

test('RN-4 what git log prints is sorted into the notable changes, under what is written there, and nothing twice', (t) => {
    const desk = checkout(t);
    desk.act('Ana', 'set', file, 'notes.notable-changes', 'Carts at last.');
    const added = run(desk, ['notes', file, '--commits', '-'], { by: 'Ana', input: commits });
    assert.equal(added.stderr, '');
    assert.equal(added.stdout, 'Notable changes: 4 added\n');
    assert.equal(changes(desk), `Carts at last.\n\n${sorted}`);

    writeFileSync(desk.path('log.txt'), `${commits}e5f6071 fix: round prices\n`);
    const more = desk.act('Ana', 'notes', file, '--commits', 'log.txt');
    assert.equal(more.stdout, 'Notable changes: 1 added, 4 listed already\n');
    assert.match(changes(desk), /### Fixed\n\n- count vouchers once\n- round prices\n\n### Other/);

    const before = readFileSync(desk.path(file));
    assert.equal(desk.act('Ana', 'notes', file, '--commits', 'log.txt').stdout, 'Notable changes: 0 added, 5 listed already\n');
    assert.deepEqual(readFileSync(desk.path(file)), before, 'nothing new, nothing written');
});

test('RN-4 --dry-run shows what would come of it, needs no name and changes nothing', (t) => {
    const desk = checkout(t);
    const before = readFileSync(desk.path(file));
    assert.equal(run(desk, ['notes', file, '--commits', '-', '--dry-run'], { input: commits }).stdout, `${sorted}\n`);
    const { stdout } = run(desk, ['notes', file, '--commits', '-', '--dry-run', '--json'], { input: commits });
    const data = JSON.parse(stdout);
    assert.equal(data.added, 4);
    assert.equal(data.asks_for, 'minor');
    assert.equal(data.hint, '');
    assert.equal(data.notable_changes, sorted);
    assert.deepEqual(data.groups.map((one) => one.name), ['New', 'Fixed', 'Other']);
    assert.deepEqual(data.groups[2].items, ['docs: describe carts', 'Merge branch \'main\' into carts']);
    assert.deepEqual(readFileSync(desk.path(file)), before);
    assert.equal(run(desk, ['notes', file, '--dry-run']).status, 2);
});

test('RT-2 RT-3 commits that ask for another type of release are told, and added all the same', (t) => {
    const desk = checkout(t);
    const log = [
        'commit 0123456789abcdef0123456789abcdef01234567', 'Author: Chen <chen@example.org>', 'Date:   Mon Nov 24 09:00:00 2026 +0100',
        '', '    feat(cart): keep carts', '', '    They were lost.', '', '    BREAKING CHANGE: the cookie is read no more', ''].join('\n');
    const added = run(desk, ['notes', file, '--commits', '-', '--json'], { by: 'Ana', input: log });
    assert.equal(added.status, 0);
    assert.equal(added.stderr, `${file}: These commits ask for a Major (1 breaking change), this release is a Minor.\n`);
    const data = JSON.parse(added.stdout);
    assert.equal(data.done, true);
    assert.equal(data.asks_for, 'major');
    assert.equal(data.left_out_lines, 4);
    assert.equal(changes(desk), '### Breaking changes\n\n- **cart**: keep carts: the cookie is read no more');
});

test('RN-4 a text without commits is refused, unreadable input named', (t) => {
    const desk = checkout(t);
    writeFileSync(desk.path('empty.txt'), '\n---\n');
    desk.refused('Ana', ['notes', file, '--commits', 'empty.txt'], ['There is no commit in this text']);
    writeFileSync(desk.path('bytes.txt'), Buffer.from([0x66, 0xff, 0xfe]));
    const bytes = run(desk, ['notes', file, '--commits', 'bytes.txt'], { by: 'Ana' });
    assert.equal(bytes.status, 2);
    assert.equal(bytes.stderr, 'bytes.txt: is no UTF-8 text\n');
    assert.equal(run(desk, ['notes', file, '--commits', 'missing.txt'], { by: 'Ana' }).status, 2);
    assert.equal(run(desk, ['notes', '-', '--commits', '-'], { by: 'Ana' }).status, 2);
});

test('RN-1 to RN-6 notes are exported as Markdown, as HTML in which all of a text is escaped, and as plain text', (t) => {
    const desk = checkout(t);
    run(desk, ['notes', file, '--commits', '-'], {
        by: 'Ana', input: 'feat: show <script>alert(1)</script>\nfix: <img src=x onerror=alert(1)> in [docs](javascript:alert(1))\n' });
    desk.act('Ana', 'set', file, 'notes.known-issues', '1. See **[the list](https://example.org/?a=1&b=2)**\n2. `x < y`');
    const html = run(desk, ['notes', file, '--format', 'html']).stdout;
    assert.doesNotMatch(html, /<script|<img|href="javascript/);
    assert.match(html, /<h3>New<\/h3>\n<ul>\n<li>show &lt;script&gt;alert\(1\)&lt;\/script&gt;<\/li>\n<\/ul>/);
    assert.match(html, /<li value="2"><code>x &lt; y<\/code><\/li>/);
    const text = run(desk, ['notes', file, '--format', 'text']).stdout;
    assert.match(text, /^ {2}- show <script>alert\(1\)<\/script>$/m);
    assert.match(text, /^ {2}2\. x < y$/m);
    assert.match(run(desk, ['notes', file]).stdout, /^- show \\<script>alert\(1\)\\<\/script>$/m);
});

test('DC-8 each audience is told what concerns it, as text or Markdown, and as a link for a mail program', (t) => {
    const desk = deploying(t);
    run(desk, ['notes', file, '--commits', '-'], { by: 'Ana', input: commits });
    const told = (audience, ...more) => run(desk, ['announce', file, '--for', audience, ...more]).stdout;
    assert.match(told('customers'), /^Subject: Checkout 4\.2\.0 is on its way\n\nHello,\n/);
    assert.match(told('customers'), /\n- cart: keep carts for 90 days \(#12\)\n/);
    assert.doesNotMatch(told('customers'), /Merge branch/);
    assert.match(told('support', '--format', 'md'), /\n## What changed\n\n[^#]*### New\n\n- \*\*cart\*\*: keep carts/);
    assert.match(told('support'), /\nWhom to ask\n\n- Release Manager: Ana\n- Developers: Chen/);
    assert.match(told('internal'), /\n- Status: Deploying\n/);
    const data = JSON.parse(told('internal', '--json'));
    assert.equal(data.subject, 'Checkout 4.2.0: Deploying');
    assert.match(data.mailto, /^mailto:\?subject=Checkout%204\.2\.0%3A%20Deploying&body=/);
    assert.deepEqual(data.sent, []);
    assert.equal(run(desk, ['announce', file, '--for', 'everybody']).status, 2);
    const unknown = run(desk, ['notes', file, '--format', 'pdf']);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /--format: "pdf" is none of these: md, html, text\n/);
    assert.equal(run(desk, ['announce', file]).status, 2);
});

test('DC-8 DC-7 that a message was sent is recorded after the post-deploy verifications, with who and when', (t) => {
    const early = checkout(t);
    early.refused('Ana', ['announce', file, '--for', 'support', '--sent'],
        ['Nothing of this release is in production, the phase is Draft', 'Run post-deploy verifications: open']);

    const desk = deploying(t);
    const refused = desk.refused('Ana', ['announce', file, '--for', 'customers', '--sent'], ['Run post-deploy verifications: open']);
    assert.match(refused.stderr, /Verify production, then both sign\./);
    for (const item of ['deploy-production', 'post-deploy-checks'])
        for (const person of ['Chen', 'Ana']) desk.act(person, 'mark', file, item, '--done');
    assert.equal(desk.act('Ana', 'announce', file, '--for', 'support', '--sent').stdout, 'Recorded as sent to support\n');
    const own = run(desk, ['announce', file, '--for', 'customers', '--sent', '--text', '-'], { by: 'Dara', input: 'Carts are here\n' });
    assert.equal(own.status, 0, own.stderr);
    const { announced } = desk.status(file);
    assert.deepEqual(announced.map(({ to, by, at }) => [to, by, at]), [['support', 'Ana', desk.at], ['customers', 'Dara', desk.at]]);
    assert.match(announced[0].text, /^Whom to ask$/m);
    assert.equal(announced[1].text, 'Carts are here\n');
    assert.match(run(desk, ['show', file]).stdout, /\nAnnouncements\n +sent to support +Ana +2026-11-25T20:10:00Z\n/);
    assert.match(run(desk, ['log', file, '--kind', 'notes']).stdout, /Dara +announced the release to customers/);
    assert.equal(JSON.parse(run(desk, ['announce', file, '--for', 'customers', '--json']).stdout).sent[0].by, 'Dara');
    assert.equal(run(desk, ['announce', file, '--for', 'customers', '--text', 'x']).status, 2);
});
