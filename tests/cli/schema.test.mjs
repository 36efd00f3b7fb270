// What releasectl writes keeps to the JSON Schemas, and what it refuses the schemas refuse where they can say it.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { Desk } from './lib/releasectl.mjs';
import { journey, start, take, walk } from './lib/walk.mjs';

const folder = new URL('../../core/schema/', import.meta.url);
const schemas = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const all = new Ajv2020({ allErrors: true, schemas });

// A schema in which every object with named keys has no others: what a document says and its schema does not name is found.
function closed(schema) {
    if (Array.isArray(schema)) return schema.map(closed);
    if (typeof schema !== 'object' || schema === null) return schema;
    const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
    return schema.properties && schema.type === 'object' ? { ...copy, unevaluatedProperties: false } : copy;
}
// Of an object that another schema adds to, only the whole is closed.
const status = schemas.find((one) => one.$id === 'octoacme-status-1');
const open = ['item', 'span'];
const strict = new Ajv2020({ allErrors: true, strict: false }).compile({
    ...closed({ ...status, $defs: {} }),
    $defs: Object.fromEntries(Object.entries(status.$defs).map(([name, one]) => [name, open.includes(name) ? one : closed(one)])),
});

function fits(schema, document, about) {
    const valid = typeof schema === 'string' ? all.getSchema(schema) : schema;
    assert.ok(valid(document), `${about}: ${JSON.stringify(valid.errors?.slice(0, 3), null, 1)}`);
}
const misfits = (schema, document, about) => assert.ok(!all.getSchema(schema)(document), `${about} should not fit ${schema}`);
const parsed = (desk, file) => JSON.parse(readFileSync(desk.path(file), 'utf8'));

function statusFits(desk, file, about) {
    const now = desk.status(file);
    fits('octoacme-status-1', now, about);
    fits(strict, now, `${about}, a key that the schema does not name`);
}

for (const name of ['minor-release', 'hotfix', 'incident-rollback', 'incident-forward', 'window-missed']) {
    test(`the file and the status keep to their schemas all along the way of ${name}`, (t) => {
        const desk = new Desk(t);
        const plan = journey(name);
        start(desk, plan, 'a.json');
        plan.steps.forEach((step, i) => {
            take(desk, 'a.json', step);
            if (step.do === 'advance' || step.do === 'incident' || i === plan.steps.length - 1) statusFits(desk, 'a.json', `${name}, step ${i}`);
        });
        fits('octoacme-release-1', parsed(desk, 'a.json'), name);
    });
}

test('conflicts, stale votes, freezes, windows and what newer versions write keep to the schemas', (t) => {
    const desk = new Desk(t);
    start(desk, journey('no-go-then-go'), 'a.json');
    desk.act('Chen', 'vote', 'a.json', 'developers', '--go');
    copyFileSync(desk.path('a.json'), desk.path('b.json'));
    desk.act('Ana', 'freeze', 'a.json', 'add', '--start', '2026-12-21T00:00', '--end', '2027-01-03T00:00', '--zone', 'Europe/Berlin', '--reason', 'Holidays');
    desk.act('Ana', 'window', 'a.json', '--start', '2026-12-22T21:00', '--end', '2026-12-22T22:00', '--zone', 'Europe/Berlin');
    desk.act('Farah', 'vote', 'a.json', 'qa', '--no-go', 'Carts are lost');
    desk.act('Farah', 'vote', 'b.json', 'qa', '--go');
    desk.act('Bruno', 'set', 'b.json', 'lead-time.start', '2026-11-01T08:00:00Z');
    assert.equal(desk.run(['merge', 'a.json', 'b.json']).status, 1);
    const newer = '{"a":"n1","s":1,"t":9000,"w":1,"by":"Zoé","k":"sign","i":"seal:7","v":{"deep":[1.50,null]},"crit":true,"key":"kept"}';
    writeFileSync(desk.path('a.json'), readFileSync(desk.path('a.json'), 'utf8').replace('null]}', `${newer},\nnull]}`));
    statusFits(desk, 'a.json', 'all at once');
    const status = desk.status('a.json');
    const held = [status.conflicts.length, status.votes.developers.stale, status.window_conflicts.length > 0, status.freezes.length, status.unknown];
    assert.deepEqual(held, [1, true, true, 1, 1]);
    fits('octoacme-release-1', parsed(desk, 'a.json'), 'a release with entries of a newer version');

    desk.create('c.json', 'Ana', '4.3.0');
    desk.act('', 'pack', 'a.json', 'c.json', '-o', 'all.workspace.json');
    fits('octoacme-workspace-1', parsed(desk, 'all.workspace.json'), 'a workspace');
});

// One way each in which a document is wrong: the program and the schema both refuse it.
const wrongs = {
    'another format': (file) => { file.format = 'octoacme-release/2'; },
    'no format': (file) => { delete file.format; },
    'a key beside the three': (file) => { file.extra = 1; },
    'an id that is none': (file) => { file.release = 'REL'; },
    'no ops': (file) => { file.ops = file.ops.filter((one) => one?.guide || one === null); },
    'an entry that is a text': (file) => { file.ops.splice(1, 0, 'text'); },
    'an op without `a`': (file) => { delete file.ops[1].a; },
    'an actor in capitals': (file) => { file.ops[1].a = 'K3'; },
    'a count of 0': (file) => { file.ops[1].s = 0; },
    'a count that is not whole': (file) => { file.ops[1].s = 1.5; },
    'a Lamport time that is a text': (file) => { file.ops[1].t = '1'; },
    'a wall time past every clock': (file) => { file.ops[1].w = 1e17; },
    'nobody': (file) => { file.ops[1].by = ''; },
    'a name that is too long': (file) => { file.ops[1].by = 'é'.repeat(201); },
    'no register': (file) => { delete file.ops[1].i; },
    'replaced ops that are no list': (file) => { file.ops[2].p = 'k3.1'; },
    'a replaced op that is no id': (file) => { file.ops[2].p = ['k3']; },
    '`crit` that is neither': (file) => { file.ops[2].crit = 1; },
    'a guide without a text': (file) => { delete file.ops[0].text; },
    'a guide that is wrong': (file) => { file.ops[0].text.roles = []; },
};

test('what is wrong is refused by the program and does not fit the schema', (t) => {
    const desk = new Desk(t);
    desk.create('a.json');
    for (const [about, spoil] of Object.entries(wrongs)) {
        const file = parsed(desk, 'a.json');
        spoil(file);
        misfits('octoacme-release-1', file, about);
        writeFileSync(desk.path('wrong.json'), JSON.stringify(file));
        assert.equal(desk.run(['verify', 'wrong.json']).status, 2, about);

        if (!('format' in file) || file.format.endsWith('/2') || 'extra' in file) continue;
        const workspace = { format: 'octoacme-workspace/1', ops: file.ops.map((op) => (op === null || op.guide ? op : { release: file.release, op })) };
        misfits('octoacme-workspace-1', workspace, about);
        writeFileSync(desk.path('wrong.json'), JSON.stringify(workspace));
        assert.equal(desk.run(['verify', 'wrong.json']).status, 2, about);
    }
    // The longest name is one of characters, not of bytes.
    const longest = parsed(desk, 'a.json');
    longest.ops[1].by = 'é'.repeat(200);
    fits('octoacme-release-1', longest, 'the longest name');
    writeFileSync(desk.path('longest.json'), JSON.stringify(longest));
    desk.act('', 'verify', 'longest.json');
});

test('a status with a word that is none, or without its digest, does not fit', (t) => {
    const desk = new Desk(t);
    walk(desk, journey('no-go-then-go'), 'a.json');
    const spoiled = (spoil) => {
        const status = desk.status('a.json');
        spoil(status);
        return status;
    };
    misfits('octoacme-status-1', spoiled((one) => { one.phase = 'tomorrow'; }), 'a phase that is none');
    misfits('octoacme-status-1', spoiled((one) => { one.requirements[0].status = 'done'; }), 'a requirement that is done');
    misfits('octoacme-status-1', spoiled((one) => { one.checklist[0].status = 'met'; }), 'an item that is met');
    misfits('octoacme-status-1', spoiled((one) => { one.votes.qa.vote = 'maybe'; }), 'a vote that is none');
    misfits('octoacme-status-1', spoiled((one) => { delete one.next.find((way) => !way.open).blockers[0].fix; }), 'a blocker without its remedy');
    misfits('octoacme-status-1', spoiled((one) => { delete one.digest; }), 'no digest');
});
