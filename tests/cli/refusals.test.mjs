// Who may do what, and when: each refusal names everything that is missing, and changes nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { bring, goesTo, journey } from './lib/walk.mjs';

const file = 'checkout.release.json';

// A release on its way, up to the step before which `until` says stop.
const underWay = (desk, until) => bring(desk, journey('minor-release'), file, until);
const firstVote = (step) => step.do === 'vote';

test('a new release is refused a version that is none, a type that is none and a name that is taken', (t) => {
    const desk = new Desk(t);
    const made = (...fields) => ['new', '--product', 'Checkout', '--name', 'N', '-o', 'new.json', ...fields];
    desk.refused('Ana', made('--version', 'v4.2.0', '--type', 'minor'), ['"v4.2.0" is not a version']);
    desk.refused('Ana', made('--version', '4.2.0', '--type', 'tiny'), ['"tiny" is not a release type']);
    desk.create('first.json');
    desk.refused('Ana', made('--version', '4.2.0', '--type', 'minor', '--with', 'first.json'), ['Checkout 4.2.0 exists already']);
    assert.throws(() => readFileSync(desk.path('new.json')));
});

test('a version that another release took meanwhile closes the way to Preparing', (t) => {
    const desk = new Desk(t);
    desk.create('first.json');
    desk.create('second.json');
    desk.refused('Ana', ['advance', 'second.json', '--to', 'preparing', '--with', 'first.json'],
        ['Checkout 4.2.0 exists already']);
    desk.act('Ana', 'advance', 'second.json', '--to', 'preparing');
});

test('RC-1 only who holds a role signs and advances for it', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    desk.refused('Bruno', ['advance', file, '--to', 'preparing'], ['Bruno does not hold Release Manager']);
    desk.refused('Ana', ['advance', file, '--to', 'preparing', '--as', 'developers'], ['Developers cannot record this']);
    desk.refused('Bruno', ['mark', file, 'notes-drafted', '--done'], ['Bruno does not hold Release Manager']);
    const asked = desk.run(['gate', file, '--for', 'preparing', '--as', 'release-manager', '--at', desk.at], { by: 'Bruno' });
    assert.equal(asked.status, 1);
    assert.match(asked.stdout, /Bruno does not hold Release Manager/);
});

test('DC-3 an item with two owners is done when both have signed', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    desk.act('Ana', 'assign', file, 'developers', 'Ana');
    desk.act('Ana', 'assign', file, 'qa', 'Ana');
    desk.act('Ana', 'advance', file, '--to', 'preparing');
    const state = () => desk.status(file).checklist.find((one) => one.key === 'deploy-staging').status;
    desk.act('Ana', 'mark', file, 'deploy-staging', '--done', '--as', 'developers');
    assert.equal(state(), 'partial');
    desk.act('Ana', 'mark', file, 'deploy-staging', '--open');
    desk.act('Ana', 'mark', file, 'deploy-staging', '--done', '--as', 'developers', '--as', 'qa');
    assert.equal(state(), 'done');
});

test('only what the guide leaves open can be not applicable, and only requirements can be waived', (t) => {
    const desk = new Desk(t);
    desk.create(file);
    desk.refused('Ana', ['mark', file, 'announce', '--na', 'nobody asked'],
        ['The guide always asks for "Announce release to stakeholders and support"']);
    desk.refused('Ana', ['mark', file, 'window-scheduled', '--waive', 'x', '--approver', 'Ana'],
        ['Only a pre-release requirement can be waived']);
    desk.refused('Ana', ['mark', file, 'ui-approved', '--waive', 'x'], ['Approver: not given']);
});

test('RC-2 a no-go stands until it is withdrawn, and silence is no go', (t) => {
    const desk = new Desk(t);
    underWay(desk, firstVote);
    desk.refused('Bruno', ['vote', file, 'support-lead', '--no-go', ''], ['Reason: not given']);
    desk.act('Bruno', 'vote', file, 'support-lead', '--no-go', 'Nobody is on the hotline');
    const missing = (...texts) => desk.refused('Ana', ['advance', file, '--to', 'approved'], texts);
    const silent = ['Product Manager has not voted', 'Project Manager has not voted', 'Infrastructure team has not voted'];
    missing('Developers have not voted', 'QA has not voted', 'Support Lead says no-go', ...silent);
    desk.act('Bruno', 'vote', file, 'support-lead', '--withdraw');
    missing('Developers have not voted', 'QA has not voted', 'Support Lead has not voted', ...silent);
});

test('a change of what was voted on makes votes stale, and the refusal says which change', (t) => {
    const desk = new Desk(t);
    underWay(desk, goesTo('approved'));
    assert.equal(desk.run(['gate', file, '--for', 'approved', '--at', desk.at]).status, 0);
    desk.act('Ana', 'set', file, 'notes.known-issues', 'Gift cards are lost');
    const asked = desk.run(['gate', file, '--for', 'approved', '--at', desk.at]);
    assert.equal(asked.status, 1);
    assert.match(asked.stdout, /QA's vote is stale.*release notes|QA’s vote is stale.*release notes/);
});

test('RB-0 a critical incident keeps a release from being stable', (t) => {
    const desk = new Desk(t);
    underWay(desk, goesTo('stable'));
    desk.act('Chen', 'incident', file, 'open', '--severity', '1', 'Payments fail');
    desk.refused('Ana', ['advance', file, '--to', 'stable'], ['A critical incident is open: Payments fail']);
    desk.act('Chen', 'incident', file, 'resolve');
    desk.act('Ana', 'advance', file, '--to', 'stable');
});

test('HR-1 HR-2 HR-3 HR-4 a stable release is handed off, held and closed', (t) => {
    const desk = new Desk(t);
    underWay(desk, goesTo('stable'));
    desk.act('Ana', 'advance', file, '--to', 'stable');
    desk.refused('Jun', ['retro', file, 'accept'], ['Not handed off by the Release Manager',
        'Customer feedback: not attached']);
    desk.act('Ana', 'retro', file, 'artifact', 'customer-feedback', '--none', 'Too early');
    desk.act('Ana', 'retro', file, 'hand-off');
    desk.act('Jun', 'retro', file, 'accept');
    desk.act('Jun', 'retro', file, 'everybody');
    desk.act('Jun', 'retro', file, 'participant', 'Goran', '--as', 'infrastructure', '--drop');
    desk.refused('Jun', ['advance', file, '--to', 'closed'], ['Infrastructure team: not recorded as a participant']);
    desk.act('Jun', 'retro', file, 'excuse', 'infrastructure', 'Goran is on leave');
    desk.act('Jun', 'advance', file, '--to', 'closed');
    desk.refused('Ana', ['set', file, 'name', 'Other'], ['This release is closed, it does not change any more']);
});
