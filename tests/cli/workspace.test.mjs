// Workspaces: several releases in one file, and each in a file of its own again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

function twoReleases(t) {
    const desk = new Desk(t);
    desk.create('a.release.json');
    desk.create('b.release.json', 'Bruno', '4.3.0');
    return desk;
}

const read = (desk, name) => readFileSync(desk.path(name), 'utf8');

test('packing and unpacking gives the same bytes, whatever the order', (t) => {
    const desk = twoReleases(t);
    desk.act('', 'pack', 'a.release.json', 'b.release.json', '-o', 'one.workspace.json');
    desk.act('', 'pack', 'b.release.json', 'a.release.json', '-o', 'other.workspace.json');
    assert.equal(read(desk, 'one.workspace.json'), read(desk, 'other.workspace.json'));
    assert.equal(desk.run(['pack', 'a.release.json', 'b.release.json']).stdout, read(desk, 'one.workspace.json'));
    assert.equal(read(desk, 'one.workspace.json').match(/"guide":"[0-9a-f]{16}","text"/g).length, 1);

    const { stdout } = desk.act('', 'unpack', 'one.workspace.json', '-d', 'out');
    assert.match(stdout, /^out\/checkout-4\.2\.0\.release\.json: created, \d+ new, 0 known, 0 conflicts, 0 unknown$/m);
    assert.deepEqual(readdirSync(desk.path('out')).sort(), ['checkout-4.2.0.release.json', 'checkout-4.3.0.release.json']);
    assert.equal(read(desk, 'out/checkout-4.2.0.release.json'), read(desk, 'a.release.json'));
    assert.equal(read(desk, 'out/checkout-4.3.0.release.json'), read(desk, 'b.release.json'));
});

test('git merge-file --union of two workspaces reads as the union of both', (t) => {
    const desk = twoReleases(t);
    desk.act('', 'pack', 'a.release.json', 'b.release.json', '-o', 'base.workspace.json');
    const pack = (name, files) => desk.act('', 'pack', ...files, '-o', name);
    for (const [side, by] of [['ours', 'Ana'], ['theirs', 'Bruno']]) {
        for (const file of ['a', 'b']) {
            copyFileSync(desk.path(`${file}.release.json`), desk.path(`${file}-${side}.json`));
            desk.act(by, 'set', `${file}-${side}.json`, side === 'ours' ? 'notes.summary' : 'rollback.plan', `by ${by}`);
        }
    }
    desk.create('c.json', 'Chen', '5.0.0');
    pack('ours.workspace.json', ['a-ours.json', 'b-ours.json']);
    pack('theirs.workspace.json', ['a-theirs.json', 'b-theirs.json', 'c.json']);
    const merged = spawnSync('git', ['merge-file', '--union', '-p', 'ours.workspace.json', 'base.workspace.json', 'theirs.workspace.json'],
        { cwd: desk.folder, encoding: 'utf8' });
    assert.equal(merged.status, 0, merged.stderr);
    assert.notEqual(merged.stdout, '');
    writeFileSync(desk.path('git.workspace.json'), merged.stdout);

    pack('both.workspace.json', ['ours.workspace.json', 'theirs.workspace.json']);
    pack('read.workspace.json', ['git.workspace.json']);
    assert.equal(read(desk, 'read.workspace.json'), read(desk, 'both.workspace.json'));
    assert.match(desk.act('', 'unpack', 'git.workspace.json', '-d', 'out').stdout, /checkout-5\.0\.0\.release\.json: created/);
    const status = desk.status('out/checkout-4.2.0.release.json');
    assert.deepEqual([status.notes.summary, status.rollback.plan], ['by Ana', 'by Bruno']);
});

test('unpacking merges into the file that holds the release, under whatever name, and leaves others alone', (t) => {
    const desk = twoReleases(t);
    desk.act('', 'pack', 'a.release.json', 'b.release.json', '-o', 'all.workspace.json');
    mkdirSync(desk.path('out'));
    copyFileSync(desk.path('a.release.json'), desk.path('out/mine.release.json'));
    desk.act('Ana', 'set', 'out/mine.release.json', 'notes.summary', 'Mine');
    // A name that is taken by another release, and a file that is none.
    desk.create('out/checkout-4.3.0.release.json', 'Chen', '4.3.0');
    const chens = read(desk, 'out/checkout-4.3.0.release.json');
    writeFileSync(desk.path('out/broken.release.json'), 'precious');

    const { status, stdout, stderr } = desk.run(['unpack', 'all.workspace.json', '-d', 'out']);
    assert.equal(status, 0);
    assert.match(stdout, /^out\/mine\.release\.json: merged, 0 new, \d+ known/m);
    assert.match(stdout, /^out\/checkout-4\.3\.0-[a-z0-9]{8}\.release\.json: created/m);
    assert.match(stderr, /^out\/broken\.release\.json: this is not a release file/);
    assert.equal(read(desk, 'out/checkout-4.3.0.release.json'), chens);
    assert.equal(read(desk, 'out/broken.release.json'), 'precious');
    assert.equal(desk.status('out/mine.release.json').notes.summary, 'Mine');

    const again = desk.run(['unpack', 'all.workspace.json', '-d', 'out', '--json']);
    assert.deepEqual(JSON.parse(again.stdout).map((one) => [one.created, one.new]), [[false, 0], [false, 0]]);
    assert.equal(readdirSync(desk.path('out')).length, 4);
});

test('unpacking over a copy that says otherwise leaves the conflict to a person: exit status 1', (t) => {
    const desk = twoReleases(t);
    copyFileSync(desk.path('a.release.json'), desk.path('theirs.json'));
    desk.act('Ana', 'set', 'a.release.json', 'name', 'Carts');
    desk.act('Bruno', 'set', 'theirs.json', 'name', 'Baskets');
    desk.act('', 'pack', 'theirs.json', '-o', 'theirs.workspace.json');
    const { status, stdout } = desk.run(['unpack', 'theirs.workspace.json']);
    assert.equal(status, 1);
    assert.match(stdout, /^a\.release\.json: merged, 1 new, \d+ known, 1 conflict, 0 unknown\n$/);
    assert.equal(desk.run(['conflicts', 'a.release.json']).status, 1);
});

test('no release of a workspace gets out of the folder', (t) => {
    const desk = new Desk(t);
    desk.act('Ana', 'new', '--product', '../../../etc/evil', '--version', '1.0.0', '--type', 'minor', '-o', 'a.json');
    desk.act('', 'pack', 'a.json', '-o', 'a.workspace.json');
    mkdirSync(desk.path('out'));
    // A link that leads nowhere is a name that is taken.
    symlinkSync('../outside', desk.path('out/etc-evil-1.0.0.release.json'));
    const { status } = desk.run(['unpack', 'a.workspace.json', '-d', 'out']);
    assert.equal(status, 0);
    assert.match(readdirSync(desk.path('out')).join(' '), /^etc-evil-1\.0\.0-[a-z0-9]{8}\.release\.json etc-evil-1\.0\.0\.release\.json$/);
    assert.deepEqual(readdirSync(desk.folder).sort(), ['a.json', 'a.workspace.json', 'out']);
});

test('a workspace that is there is written over only if nothing of it is lost', (t) => {
    const desk = twoReleases(t);
    desk.act('', 'pack', 'a.release.json', 'b.release.json', '-o', 'all.workspace.json');
    const before = read(desk, 'all.workspace.json');
    const less = desk.run(['pack', 'a.release.json', '-o', 'all.workspace.json']);
    assert.equal(less.status, 1);
    assert.match(less.stderr, /^all\.workspace\.json: holds more of rel_/);
    writeFileSync(desk.path('letter.txt'), 'precious');
    assert.equal(desk.run(['pack', 'a.release.json', '-o', 'letter.txt']).status, 2);
    assert.equal(read(desk, 'letter.txt'), 'precious');
    assert.equal(read(desk, 'all.workspace.json'), before);

    desk.act('Ana', 'set', 'a.release.json', 'notes.summary', 'More');
    const packed = desk.act('', 'pack', 'all.workspace.json', 'a.release.json', '-o', 'all.workspace.json', '--json');
    assert.deepEqual(JSON.parse(packed.stdout).releases, 2);
    assert.notEqual(read(desk, 'all.workspace.json'), before);
});

test('what is no workspace is told with its line, and nothing is written', (t) => {
    const desk = twoReleases(t);
    desk.act('', 'pack', 'a.release.json', 'b.release.json', '-o', 'all.workspace.json');
    const lines = read(desk, 'all.workspace.json').split('\n');
    lines[3] = lines[3].replace('"s":2', '"s":0');
    writeFileSync(desk.path('bad.workspace.json'), lines.join('\n'));
    for (const [file, message] of [['bad.workspace.json', /^bad\.workspace\.json:4: this is not an op/],
        ['a.release.json', /^a\.release\.json:1: this is one release, not a workspace/], ['nowhere', /^nowhere: /]]) {
        const { status, stdout, stderr } = desk.run(['unpack', file, '-d', 'out']);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, message);
    }
    assert.ok(!readdirSync(desk.folder).includes('out'));
    assert.equal(desk.run(['unpack', 'all.workspace.json', '-d', 'a.release.json']).status, 2);
    assert.match(desk.run(['show', 'all.workspace.json']).stderr, /a whole workspace/);
});
