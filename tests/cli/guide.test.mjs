// Guides of one's own: read, checked, compared and adopted. The checker and the published JSON Schema agree.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { Desk } from './lib/releasectl.mjs';

const schema = JSON.parse(readFileSync(new URL('../../core/schema/guide.schema.json', import.meta.url), 'utf8'));
const valid = new Ajv2020({ allErrors: true }).compile(schema);

const octoacme = (desk) => JSON.parse(desk.run(['guide', 'show', '--json']).stdout);

function save(desk, name, guide) {
    writeFileSync(desk.path(name), JSON.stringify(guide, null, 2));
    return name;
}

// OctoAcme's guide with a legal review and a second owner of the smoke tests.
function secondVersion(desk) {
    const guide = octoacme(desk);
    guide.version = '2';
    guide.requirements.find(({ key }) => key === 'smoke-tests-prepared').owners.push('developers');
    guide.requirements.push({ key: 'legal-review', text: 'Legal review held', owners: ['product-manager'] });
    return save(desk, 'second.guide.json', guide);
}

test('PU-1 the guide is shown as a document, and as a file to begin one\'s own with', (t) => {
    const desk = new Desk(t);
    const { status, stdout } = desk.run(['guide', 'show']);
    assert.equal(status, 0);
    assert.match(stdout, /^# OctoAcme guide, version 1\n\n## Purpose\nStandardize how OctoAcme releases/);
    assert.match(stdout, /^- \[ \] Deploy to staging and run smoke tests — Developers \+ QA$/m);
    assert.ok(valid(octoacme(desk)), JSON.stringify(valid.errors));
    desk.create('a.release.json');
    assert.equal(desk.run(['guide', 'show', 'a.release.json']).stdout, stdout);
});

test('a guide that is wrong is told with its line and the reason, everything at once', (t) => {
    const desk = new Desk(t);
    const guide = octoacme(desk);
    guide.requirements[5].owners = ['tester'];
    guide.checklist[0].stage = 'someday';
    save(desk, 'bad.json', guide);
    const lines = readFileSync(desk.path('bad.json'), 'utf8').split('\n');
    const { status, stdout, stderr } = desk.run(['guide', 'check', 'bad.json']);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    const told = stderr.trim().split('\n').map((line) => /^bad\.json:(\d+): (.*)$/.exec(line).slice(1));
    assert.deepEqual(told.map(([, text]) => text), ['requirements[5].owners[0]: no role "tester"',
        'checklist[0].stage: before-production, production or after-production, not "someday"']);
    assert.match(lines[told[0][0] - 1], /"tester"/);
    assert.match(lines[told[1][0] - 1], /"someday"/);
    const { flaws } = JSON.parse(desk.run(['guide', 'check', 'bad.json', '--json']).stdout);
    assert.equal(flaws.length, 2);
    const refused = desk.run(['new', '--product', 'P', '--version', '1.0.0', '--type', 'minor', '--guide', 'bad.json', '-o', 'b.json'],
        { by: 'Ana' });
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^bad\.json:\d+: requirements\[5\]/);
});

test('what the schema refuses the checker refuses too', (t) => {
    const desk = new Desk(t);
    const spoil = [
        (g) => { g.format = 'octoacme-guide/9'; }, (g) => { delete g.name; }, (g) => { g.name = ''; }, (g) => { g.version = 2; },
        (g) => { g.types = []; }, (g) => { delete g.types[0].text; }, (g) => { g.roles = {}; },
        (g) => { g.roles = g.roles.filter(({ key }) => key !== 'release-manager'); }, (g) => { g.roles[1].key = 'The Devs'; },
        (g) => { g.roles[1].duties = 'all'; }, (g) => { g.roles[0].duties = [{ when: ['vote'] }]; },
        (g) => { g.requirements[0].owners = []; }, (g) => { g.requirements[0].owners = 'qa'; }, (g) => { delete g.requirements[0].key; },
        (g) => { g.requirements = [7]; }, (g) => { g.checklist[0].stage = 'later'; }, (g) => { g.checklist[0].after = [1]; },
        (g) => { g.checklist[0].condition = ''; }, (g) => { g.playbook = 'none'; }, (g) => { g.voters = [null]; },
        (g) => { g.notes = []; }, (g) => { delete g.notes[0].name; }, (g) => { g.artifacts = 'x'; },
    ];
    for (const change of spoil) {
        const guide = octoacme(desk);
        change(guide);
        assert.equal(valid(guide), false, `the schema takes ${change}`);
        const { status } = desk.run(['guide', 'check', save(desk, 'g.json', guide)]);
        assert.equal(status, 1, `the checker takes ${change}`);
    }
});

test('two guides are compared in words', (t) => {
    const desk = new Desk(t);
    const second = secondVersion(desk);
    const { status, stdout } = desk.run(['guide', 'diff', 'octoacme', second]);
    assert.equal(status, 1);
    assert.match(stdout, /Owners: QA → QA, Developers/);
    assert.match(stdout, /Added: Legal review held/);
    assert.equal(desk.run(['guide', 'diff', second, second]).status, 0);
});

test('a newer guide is adopted: the difference is told, what was ticked stays, the file carries both', (t) => {
    const desk = new Desk(t);
    const file = desk.create();
    const second = secondVersion(desk);
    for (const [role, person] of [['qa', 'Farah'], ['developers', 'Chen']]) desk.act('Ana', 'assign', file, role, person);
    desk.act('Farah', 'mark', file, 'smoke-tests-prepared', '--done');
    const before = readFileSync(desk.path(file), 'utf8');
    const preview = desk.run(['adopt', file, second, '--dry-run']);
    assert.equal(preview.status, 0);
    assert.match(preview.stdout, /Smoke tests prepared: met → partly signed/);
    assert.equal(readFileSync(desk.path(file), 'utf8'), before);

    desk.refused('Farah', ['adopt', file, second], ['Farah does not hold Release Manager']);
    const adopted = desk.act('Ana', 'adopt', file, second);
    assert.match(adopted.stdout, /follows OctoAcme guide, version 2/);
    assert.match(adopted.stderr, /Legal review held: not asked for → open/);
    const status = desk.status(file);
    assert.equal(status.requirements.length, 11);
    assert.equal(status.requirements.find(({ key }) => key === 'smoke-tests-prepared').status, 'open');
    desk.act('Chen', 'mark', file, 'smoke-tests-prepared', '--done');
    assert.equal(desk.status(file).requirements.find(({ key }) => key === 'smoke-tests-prepared').status, 'met');
    assert.match(desk.run(['log', file]).stdout, /adopted OctoAcme guide, version 2/);
    desk.refused('Ana', ['adopt', file, second], ['The release follows this guide already']);
    const guides = readFileSync(desk.path(file), 'utf8').match(/^\{"guide":/gm);
    assert.equal(guides.length, 2);
    assert.equal(desk.run(['verify', file]).status, 0);
});

test('a release can begin with a guide of one\'s own', (t) => {
    const desk = new Desk(t);
    const second = secondVersion(desk);
    desk.act('Ana', 'new', '--product', 'P', '--version', '1.0.0', '--type', 'minor', '--guide', second, '-o', 'p.json');
    assert.equal(desk.status('p.json').requirements.length, 11);
});

test('a copy that has adopted another guide brings it along: merged, packed and compared', (t) => {
    const desk = new Desk(t);
    const file = desk.create();
    desk.act('', 'show', file);
    copyFileSync(desk.path(file), desk.path('theirs.json'));
    desk.act('Ana', 'adopt', 'theirs.json', secondVersion(desk));
    assert.match(desk.run(['diff', file, 'theirs.json']).stdout, /Guide: .* → OctoAcme guide, version 2/);
    desk.act('', 'merge', file, 'theirs.json');
    assert.equal(desk.status(file).requirements.length, 11);
    desk.act('', 'pack', file, '-o', 'all.workspace.json');
    desk.act('', 'unpack', 'all.workspace.json', '-d', 'out');
    const [name] = readdirSync(desk.path('out'));
    assert.equal(readFileSync(desk.path(`out/${name}`), 'utf8'), readFileSync(desk.path(file), 'utf8'));
});
