// The pipeline of the README, as it is written there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { Desk, program } from './lib/releasectl.mjs';
import { Repository, readmeBlock } from './lib/repository.mjs';
import { journey, start } from './lib/walk.mjs';

const steps = readmeBlock('./deploy-to-production');
const file = 'checkout.release.json';
const voters = [['Chen', 'developers'], ['Farah', 'qa'], ['Bruno', 'support-lead'], ['Emeka', 'product-manager'],
    ['Dara', 'project-manager'], ['Goran', 'infrastructure']];

// A team's repository at `origin`, Ana's clone of it, and that of the pipeline, where deploying leaves a trace.
function team(t) {
    const desk = new Desk(t);
    mkdirSync(desk.path('bin'));
    symlinkSync(resolve(program), desk.path('bin/releasectl'));
    start(desk, journey('no-go-then-go'), file);
    const clone = (name) => {
        new Repository(desk).git('clone', '--quiet', 'origin', name);
        return new Repository(desk, name);
    };
    const first = new Repository(desk, 'first');
    mkdirSync(first.folder);
    first.begin();
    writeFileSync(desk.path(`first/${file}`), readFileSync(desk.path(file)));
    writeFileSync(desk.path('first/deploy-to-production'), '#!/bin/sh\ntouch ../deployed\n');
    chmodSync(desk.path('first/deploy-to-production'), 0o755);
    first.commit('Begin');
    new Repository(desk).git('clone', '--quiet', '--bare', 'first', 'origin');
    return { desk, ana: clone('ana'), ci: clone('ci') };
}

const pipeline = (desk, ci) => spawnSync('sh', ['-c', steps],
    { cwd: ci.folder, env: { ...ci.env, PATH: `${desk.path('bin')}:${process.env.PATH}`, BUILD_URL: 'https://ci.example/9127' }, encoding: 'utf8' });

test('the pipeline of the README holds a deployment until the go, then deploys and records it beside what others do', (t) => {
    const { desk, ana, ci } = team(t);
    // The README's line that lets the pipeline sign, and the votes.
    const allowed = readmeBlock('releasectl assign').trim();
    assert.equal(spawnSync('sh', ['-c', allowed], { cwd: ana.folder, env: { ...ana.env, PATH: `${desk.path('bin')}:${process.env.PATH}` } }).status, 0);
    ana.commit('Let the pipeline sign');
    ana.git('push', '--quiet');

    ci.git('pull', '--quiet');
    const held = pipeline(desk, ci);
    assert.equal(held.status, 1, held.stderr);
    assert.match(held.stdout, /Deploying: not yet/);
    assert.ok(!existsSync(desk.path('deployed')), 'nothing may be deployed before the go');

    for (const [person, role] of voters) desk.act(person, 'vote', `ana/${file}`, role, '--go');
    desk.act('Ana', 'advance', `ana/${file}`, '--to', 'approved');
    ana.commit('Go');
    ana.git('push', '--quiet');
    ci.git('pull', '--quiet');
    // Somebody else works on while the pipeline runs.
    desk.act('Ana', 'set', `ana/${file}`, 'note.monitor', 'Watch the error rate');
    ana.commit('Note what to watch');
    ana.git('push', '--quiet');

    const deployed = pipeline(desk, ci);
    assert.equal(deployed.status, 0, `${deployed.stdout}${deployed.stderr}`);
    assert.ok(existsSync(desk.path('deployed')));
    ana.git('pull', '--quiet');
    const status = desk.status(`ana/${file}`);
    assert.equal(status.phase, 'deploying');
    const item = (key) => status.checklist.find((one) => one.key === key);
    assert.deepEqual([item('deploy-production').by, item('deploy-production').evidence], [['ci'], ['https://ci.example/9127']]);
    assert.equal(item('monitor').note, 'Watch the error rate');
    assert.deepEqual(status.conflicts, []);
    desk.act('', 'verify', `ana/${file}`);
});

test('what the README lets a pipeline check of every change is true of sound files, and of no other', (t) => {
    const { desk, ci } = team(t);
    const check = readmeBlock('releasectl verify *.release.json');
    const run = () => spawnSync('sh', ['-ec', check], { cwd: ci.folder, env: { ...ci.env, PATH: `${desk.path('bin')}:${process.env.PATH}` } });
    assert.equal(run().status, 0);
    const bytes = readFileSync(desk.path(`ci/${file}`), 'utf8');
    writeFileSync(desk.path(`ci/${file}`), bytes.replace('null]}', ''));
    assert.notEqual(run().status, 0);
});
