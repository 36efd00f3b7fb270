// Releases in a git repository with the lines of the README in .gitattributes, and nothing else installed.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { Repository, attributes } from './lib/repository.mjs';
import { journey, start } from './lib/walk.mjs';

const count = 100;
const files = Array.from({ length: count }, (_, i) => `checkout-${i}.release.json`);
const marker = /^(<{7}|={7}|>{7}|\|{7})/m;

// A release that waits for its votes, as a text.
function waitingForVotes(desk) {
    const plan = journey('no-go-then-go');
    start(desk, plan, 'one.json');
    return readFileSync(desk.path('one.json'), 'utf8');
}

// Many releases of one history: each with an id of its own.
function manyReleases(desk, folder) {
    const text = waitingForVotes(desk);
    const id = text.match(/rel_[a-z0-9]+/)[0];
    mkdirSync(desk.path(folder));
    files.forEach((file, i) => writeFileSync(desk.path(`${folder}/${file}`), text.replace(id, `rel_many${i}`)));
}

// What both do to the release with this number, and what they then disagree about.
const deeds = [
    { ana: ['vote', 'qa', '--go', 'Farah'], bruno: ['vote', 'qa', '--no-go', 'Carts are lost', 'Farah'], dispute: 'vote:qa' },
    { ana: ['set', 'notes.summary', 'Carts stay', 'Ana'], bruno: ['set', 'notes.summary', 'Carts are saved', 'Bruno'], dispute: 'notes:summary' },
    { ana: ['mark', 'backup', '--open', 'Goran'], bruno: ['mark', 'backup', '--done', 'Goran'], dispute: 'item:backup:infrastructure' },
    { ana: ['vote', 'qa', '--go', 'Farah'], bruno: ['vote', 'qa', '--go', 'Farah'] }, // both say the same
    { ana: ['mark', 'ui-approved', '--done', '--note', 'Looked at again', 'Ivo'], bruno: ['vote', 'developers', '--go', 'Chen'] },
    { ana: ['set', 'notes.known-issues', 'None known', 'Ana'], bruno: ['mark', 'support-briefed', '--done', 'Bruno'] },
    { ana: ['set', 'rollback.plan', 'Back to 4.1.3', 'Ana'], bruno: ['set', 'note.backup', 'Took 4 minutes', 'Goran'] },
    { ana: ['assign', 'qa', 'Lena', 'Ana'], bruno: ['vote', 'support-lead', '--go', 'Bruno'] },
];
const deedOf = (i) => deeds[i % deeds.length];

function change(desk, folder, side) {
    files.forEach((file, i) => {
        const [command, ...rest] = deedOf(i)[side];
        desk.act(rest.pop(), command, `${folder}/${file}`, ...rest);
    });
}

const keep = (desk, from, to) => {
    mkdirSync(desk.path(to), { recursive: true });
    for (const file of files) copyFileSync(desk.path(`${from}/${file}`), desk.path(`${to}/${file}`));
};
const read = (desk, folder, file) => readFileSync(desk.path(`${folder}/${file}`), 'utf8');
const linesOf = (desk, folder, file) => new Set(read(desk, folder, file).split('\n'));

// Two people's branches of one repository; each test merges on a branch of its own.
const desk = new Desk({ after });
let team;
before(() => {
    manyReleases(desk, 'team');
    team = new Repository(desk, 'team');
    team.begin();
    team.commit('Begin');
    for (const side of ['ana', 'bruno']) {
        team.git('checkout', '--quiet', '-b', side, 'main');
        change(desk, 'team', side);
        team.commit(`What ${side} did`);
        keep(desk, 'team', side);
    }
});

test('a hundred releases that two branches changed merge with git alone, and disagree only about what people did', () => {
    team.git('checkout', '--quiet', '-b', 'merged', 'bruno');
    assert.doesNotMatch(team.git('merge', '--no-edit', 'ana'), /conflict/i);
    assert.equal(team.git('status', '--porcelain'), '');
    assert.equal(team.git('diff', '--name-only', 'main', 'HEAD').trim().split('\n').length, count);

    mkdirSync(desk.path('both'));
    const verified = JSON.parse(desk.act('', 'verify', ...files.map((file) => `team/${file}`), '--json').stdout);
    assert.deepEqual(verified.map((one) => one.sound), Array(count).fill(true));
    files.forEach((file, i) => {
        assert.doesNotMatch(read(desk, 'team', file), marker);
        const { dispute } = deedOf(i);
        const { status } = desk.run(['merge', `ana/${file}`, `bruno/${file}`, '-o', `both/${file}`]);
        assert.equal(status, dispute ? 1 : 0, file);
        const merged = desk.status(`team/${file}`);
        assert.deepEqual(merged.conflicts.map((one) => one.field), dispute ? [dispute] : [], file);
        assert.equal(merged.digest, desk.status(`both/${file}`).digest, file);
    });
});

test('what git merged is written in order by the next command, and at once by a merge with itself', () => {
    team.git('checkout', '--quiet', '-b', 'ordered', 'bruno');
    team.git('merge', '--quiet', '--no-edit', 'ana');
    const both = (file) => {
        desk.run(['merge', `ana/${file}`, `bruno/${file}`, '-o', 'both.json']);
        return readFileSync(desk.path('both.json'), 'utf8');
    };
    for (const file of files.slice(0, deeds.length)) {
        desk.run(['merge', `team/${file}`, `team/${file}`]);
        assert.equal(read(desk, 'team', file), both(file), file);
    }
    // By chance some of the copies come out in order: identities are random.
    const inAnotherLayout = (file) => /another layout/.test(desk.act('', 'verify', `team/${file}`).stdout);
    const changed = files.slice(deeds.length).find(inAnotherLayout);
    assert.ok(changed, 'git joins lines without sorting them');
    desk.act('Ana', 'set', `team/${changed}`, 'name', 'Carts');
    assert.ok(!inAnotherLayout(changed));
    team.commit('In order');
});

test('rebase and cherry-pick bring the same entries as a merge', () => {
    const everything = files.map((file) => new Set([...linesOf(desk, 'ana', file), ...linesOf(desk, 'bruno', file)]));
    const holdsAll = (way) => files.forEach((file, i) => {
        assert.doesNotMatch(read(desk, 'team', file), marker);
        assert.deepEqual(linesOf(desk, 'team', file), everything[i], `${way}: ${file}`);
    });
    team.git('checkout', '--quiet', '-b', 'rebased', 'bruno');
    team.git('rebase', '--quiet', 'ana');
    holdsAll('rebase');
    team.git('checkout', '--quiet', '-b', 'picked', 'ana');
    team.git('cherry-pick', 'bruno');
    holdsAll('cherry-pick');
    desk.act('', 'verify', ...files.map((file) => `team/${file}`));
});

test('without these lines git stops at a conflict, and the file with its markers is refused with what to do', (t) => {
    const desk = new Desk(t); // another team's, whose repository lacks them
    desk.create('a.release.json');
    const team = new Repository(desk);
    team.begin();
    writeFileSync(desk.path('.gitattributes'), '');
    team.commit('Begin');
    for (const side of ['ana', 'bruno']) {
        team.git('checkout', '--quiet', '-b', side, 'main');
        desk.act(side, 'set', 'a.release.json', side === 'ana' ? 'notes.summary' : 'rollback.plan', `by ${side}`);
        team.commit(side);
    }
    assert.equal(team.run('merge', 'ana').status, 1);
    const { status, stderr } = desk.run(['show', 'a.release.json']);
    assert.equal(status, 2);
    assert.match(stderr, /^a\.release\.json:\d+: git left a merge conflict here\. .*merge=union/);

    team.git('merge', '--abort');
    writeFileSync(desk.path('.gitattributes'), attributes);
    team.git('merge', '--quiet', '--no-edit', 'ana');
    const { notes, rollback } = desk.status('a.release.json');
    assert.deepEqual([notes.summary, rollback.plan], ['by ana', 'by bruno']);
});
