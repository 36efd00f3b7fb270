// Releases that were deployed, made by the command line: what metrics and calendars are about.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { journey, start, take } from './walk.mjs';

const plan = journey('minor-release');
const model = { product: 'Product to be named', version: '0.0.7', name: 'Name to be given' };
const made = new Map(); // by type and last phase: a release of the model, at `madeAt`
const madeAt = Date.parse('2026-01-01T12:00:00Z');

// One is made by a command for each act; the others are that one under other names and at other times.
function modelOf(desk, type, until) {
    const key = `${type} ${until}`;
    if (made.has(key)) return made.get(key);
    const file = `model-${type}-${until}.release.json`;
    desk.at = new Date(madeAt).toISOString();
    start(desk, { ...plan, release: { ...plan.release, ...model, type } }, file);
    for (const step of plan.steps) {
        if (step.do === 'refused') continue;
        take(desk, file, step);
        if (step.do === 'advance' && step.to === until) break;
    }
    made.set(key, readFileSync(desk.path(file), 'utf8'));
    return made.get(key);
}

// A release of the product that went live at `at` (RFC 3339). `lead`: hours since its oldest commit, if anybody named
// it. `incident`: minutes that an incident lasted. `until`: the last phase, if that is not Monitoring.
export function deliver(desk, file, { product, version, type = 'minor', name = `${product} ${version}`, at, lead, incident, until = 'monitoring' }) {
    const later = (minutes) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
    const text = (value) => JSON.stringify(value).slice(1, -1);
    const id = Array.from(randomBytes(16), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
    writeFileSync(desk.path(file), modelOf(desk, type, until)
        .replace(/^(\{"format":"[^"]+","release":")[^"]+/, `$1rel_${id}`)
        .replace(/"w":(\d+)/g, (all, when) => `"w":${Number(when) - madeAt + Date.parse(at)}`)
        .replaceAll(model.product, text(product)).replaceAll(`"${model.version}"`, `"${text(version)}"`)
        .replaceAll(model.name, text(name)));
    desk.at = at;
    if (lead) desk.act('Ana', 'set', file, 'lead-time.start', later(-lead * 60));
    if (!incident) return file;
    desk.act('Chen', 'incident', file, 'open', '--severity', '3', 'Carts load slowly');
    desk.at = later(incident);
    desk.act('Chen', 'incident', file, 'mitigate');
    return file;
}
