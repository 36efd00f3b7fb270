// The acts of a journey (tests/journey/*.json) as commands.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export const journey = (name) =>
    JSON.parse(readFileSync(new URL(`../../journey/${name}.json`, import.meta.url), 'utf8'));

const commands = {
    assign: (s) => ['assign', s.role, s.person],
    set: (s) => ['set', s.field, s.value],
    sign: (s) => ['mark', s.item, '--done', ...(s.evidence ? ['--evidence', s.evidence] : [])],
    waive: (s) => ['mark', s.item, '--waive', s.reason, '--approver', s.approver],
    'not-applicable': (s) => ['mark', s.item, '--na', s.reason],
    vote: (s) => ['vote', s.role, ...(s.answer === 'no-go' ? ['--no-go', s.reason] : [`--${s.answer}`])],
    advance: (s) => ['advance', '--to', s.to],
    refused: (s) => ['advance', '--to', s.to],
};

export function start(desk, plan, file) {
    const { product, version, type, name } = plan.release;
    desk.act(plan.manager, 'new', '--product', product, '--version', version, '--type', type, '--name', name, '-o', file);
}

export function take(desk, file, step) {
    const [command, ...rest] = commands[step.do](step);
    if (step.do !== 'refused') return desk.act(step.by, command, file, ...rest);

    const before = readFileSync(desk.path(file));
    const { status, stdout, stderr } = desk.run([command, file, ...rest, '--at', desk.at, '--json'], { by: step.by });
    assert.equal(status, 1, `${step.to} should be refused`);
    assert.ok(JSON.parse(stdout).blockers.some((one) => one.rule === step.rule && one.text === step.text), stdout);
    assert.ok(stderr.includes(`${file}: ${step.text}`), stderr);
    assert.deepEqual(readFileSync(desk.path(file)), before, 'a refusal changes nothing');

    const asked = desk.run(['gate', file, '--for', step.to, '--at', desk.at]);
    assert.equal(asked.status, 1);
    assert.ok(asked.stdout.includes(step.text), 'the gate and the refusal say the same');
}

export function walk(desk, plan, file) {
    start(desk, plan, file);
    for (const step of plan.steps) take(desk, file, step);
}
