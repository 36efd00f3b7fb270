// The acts of a journey (tests/journey/*.json) as commands. Browser tests begin and compare with the same ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`../../journey/${name}.json`, import.meta.url), 'utf8'));

// A journey may go on where another one has brought the release to a phase: `before` are the steps up to there.
export function journey(name) {
    const plan = read(name);
    if (!plan.after) return { ...plan, before: [] };
    const earlier = read(plan.after.journey);
    const reached = (step) => step.do === 'advance' && step.to === plan.after.until;
    const before = earlier.steps.slice(0, earlier.steps.findIndex(reached) + 1);
    assert.ok(before.length > 0, `${plan.after.journey} does not reach ${plan.after.until}`);
    return { ...plan, release: earlier.release, manager: earlier.manager, before };
}

const commands = {
    assign: (s) => ['assign', s.role, s.person],
    set: (s) => ['set', s.field, s.value],
    sign: (s) => ['mark', s.item, '--done', ...(s.evidence ? ['--evidence', s.evidence] : [])],
    waive: (s) => ['mark', s.item, '--waive', s.reason, '--approver', s.approver],
    'not-applicable': (s) => ['mark', s.item, '--na', s.reason],
    'step-na': (s) => ['mark', s.item, '--na', s.reason],
    vote: (s) => ['vote', s.role, ...(s.answer === 'no-go' ? ['--no-go', s.reason] : [`--${s.answer}`])],
    advance: (s) => ['advance', '--to', s.to, ...(s.reason ? ['--reason', s.reason] : [])],
    refused: (s) => ['advance', '--to', s.to],
    undo: () => ['undo'],
    incident: (s) => ['incident', 'open', '--severity', String(s.severity), s.text],
    'incident-note': (s) => ['incident', 'log', s.text],
    'incident-state': (s) => ['incident', { mitigated: 'mitigate', resolved: 'resolve', open: 'reopen' }[s.state]],
    message: (s) => ['incident', 'sent', s.text, '--to', s.to],
    verify: (s) => ['set', 'rollback.verified', s.version],
    report: (s) => ['incident', 'report', s.part, s.text],
    action: (s) => ['incident', 'action', s.text, '--owner', s.owner, '--due', s.due],
    propose: (s, state) => ['retro', 'propose', state().actions.find((one) => one.text === s.action).id, s.text],
    'hand-off': () => ['retro', 'hand-off'],
    artifact: (s) => ['retro', 'artifact', s.kind, ...(s.none ? ['--none', s.none] : [s.text])],
    everybody: () => ['retro', 'everybody'],
    window: (s) => ['window', '--start', s.start, '--end', s.end, '--zone', s.zone],
};

export function start(desk, plan, file) {
    const { product, version, type, name } = plan.release;
    desk.act(plan.manager, 'new', '--product', product, '--version', version, '--type', type, '--name', name, '-o', file);
    for (const step of plan.before) if (step.do !== 'refused') take(desk, file, step);
}

export function take(desk, file, step) {
    if (step.do === 'clock') {
        desk.at = step.at;
        return undefined;
    }
    if (step.do === 'lapsed') {
        assert.equal(desk.status(file).phase, 'deciding');
        return undefined;
    }
    if (step.do === 'advised') {
        const next = desk.status(file).next.flatMap((one) => one.advice ?? []);
        assert.ok(next.some((one) => one.text === step.text), `nothing advises: ${step.text}`);
        return undefined;
    }
    const [command, ...rest] = commands[step.do](step, () => desk.status(file));
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
    return undefined;
}

// A release for which all of the journey is done, but not what it shows to be refused; or only what stands before the step
// that `until` holds for.
export function bring(desk, plan, file, until) {
    start(desk, plan, file);
    for (const step of plan.steps) {
        if (until?.(step)) return;
        if (step.do !== 'refused') take(desk, file, step);
    }
    assert.ok(!until, 'the journey does not get there');
}
export const goesTo = (phase) => (step) => step.do === 'advance' && step.to === phase;
// For `bring`: the step is done, too.
export function after(isIt) {
    let done = false;
    return (step) => {
        const over = done;
        done ||= isIt(step);
        return over;
    };
}

export function walk(desk, plan, file) {
    start(desk, plan, file);
    for (const step of plan.steps) take(desk, file, step);
}
