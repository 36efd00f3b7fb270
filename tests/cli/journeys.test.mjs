// The journeys off the straight way, command by command; the same ones are walked in the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { journey, walk } from './lib/walk.mjs';

const file = 'checkout.release.json';
const ends = {
    hotfix: 'stable', 'no-go-then-go': 'deploying', 'window-missed': 'deploying',
    'incident-rollback': 'closed', 'incident-forward': 'closed',
};

for (const [name, end] of Object.entries(ends)) {
    const plan = journey(name);
    test(`${plan.proves.join(' ')} ${name}: ${plan.about}`, (t) => {
        const desk = new Desk(t);
        walk(desk, plan, file);
        const status = desk.status(file);
        assert.equal(status.phase, end);
        assert.equal(status.conflicts.length, 0);
        assert.match(desk.act('', 'verify', file).stdout, /sound/);

        const later = new Desk(t, { at: '2027-01-04T08:30:00Z' });
        walk(later, plan, file);
        assert.equal(later.status(file).digest, status.digest, 'the digest depends on what was done, not on when');
    });
}

test('RB-3 RB-7 an incident leaves its times, timeline, messages and report in the status', (t) => {
    const desk = new Desk(t);
    walk(desk, journey('incident-rollback'), file);
    const { incidents: [incident], actions: [action], hand_off: handOff, playbook } = desk.status(file);
    assert.equal(incident.severity, 1);
    assert.equal(incident.state, 'resolved');
    assert.deepEqual(incident.timeline.map((one) => one.text), ['Kofi is on call, paged']);
    assert.deepEqual(incident.sent.map((one) => one.to), ['customers', 'stakeholders']);
    assert.equal(incident.report['root-cause'], 'The new cookie was rejected by an old proxy');
    assert.deepEqual([action.owner, action.due, action.proposal], ['Farah', '2026-12-15', 'Smoke tests cover sign-in']);
    assert.equal(handOff.confirmed, 'rolled-back');
    assert.equal(Object.keys(handOff.participants).length, 10);
    assert.deepEqual(playbook.map((one) => one.status), Array(8).fill('done'));
});

test('PU-1 the history can be read, narrowed, and any moment of it shown', (t) => {
    const desk = new Desk(t);
    walk(desk, journey('no-go-then-go'), file);
    const log = JSON.parse(desk.act('', 'log', file, '--json').stdout);
    assert.equal(log.at(-1).did, 'moved the release to Deploying');
    const votes = JSON.parse(desk.act('', 'log', file, '--json', '--kind', 'votes', '--person', 'Farah').stdout);
    assert.deepEqual(votes.map((one) => one.did), ['said no-go for QA', 'said go for QA']);
    const then = JSON.parse(desk.act('', 'show', file, '--json', '--moment', String(votes[0].moment)).stdout);
    assert.equal(then.phase, 'deciding');
    assert.equal(then.votes.qa.vote, 'no-go');
    const text = desk.act('', 'log', file, '--text', 'no-go').stdout.trim().split('\n');
    assert.equal(text.length, 2);
    const wrong = desk.run(['log', file, '--kind', 'nothing']);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /is no kind of entry/);
});

test('RT-1 RT-2 RT-3 a version that contradicts its type is told, and the type proposes the right step', (t) => {
    const desk = new Desk(t);
    walk(desk, journey('hotfix'), 'hotfix.release.json'); // 4.1.4, stable
    const advice = (type, version) => {
        const name = `${type}-${version}.release.json`;
        desk.act('Ana', 'new', '--product', 'Checkout', '--version', version, '--type', type, '--name', 'Next', '-o', name);
        const { next } = JSON.parse(desk.act('', 'show', name, '--json', '--with', 'hotfix.release.json').stdout);
        return next[0].advice?.filter((one) => one.rule === 'version-type').map((one) => one.text) ?? [];
    };
    assert.deepEqual(advice('major', '5.0.0'), []);
    assert.deepEqual(advice('minor', '4.2.0'), []);
    assert.deepEqual(advice('patch', '4.1.5'), []);
    assert.deepEqual(advice('major', '4.3.0'), ['4.3.0 after 4.1.4 is a minor step, the type is major']);
});
