// Releases that were deployed, made by the command line: what metrics and calendars are about.
import { journey, start, take } from './walk.mjs';

const plan = journey('minor-release');

// A release of the product that went live at `at` (RFC 3339). `lead`: hours since its oldest commit, if anybody named
// it. `incident`: minutes that an incident lasted. `until`: the last phase, if that is not Monitoring.
export function deliver(desk, file, { product, version, type = 'minor', name = '', at, lead, incident, until = 'monitoring' }) {
    const later = (minutes) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
    desk.at = at;
    start(desk, { ...plan, release: { ...plan.release, product, version, type, name: name || `${product} ${version}` } }, file);
    if (lead) desk.act('Ana', 'set', file, 'lead-time.start', later(-lead * 60));
    for (const step of plan.steps) {
        if (step.do === 'refused') continue;
        take(desk, file, step);
        if (step.do === 'advance' && step.to === until) break;
    }
    if (!incident) return file;
    desk.act('Chen', 'incident', file, 'open', '--severity', '3', 'Carts load slowly');
    desk.at = later(incident);
    desk.act('Chen', 'incident', file, 'mitigate');
    return file;
}
