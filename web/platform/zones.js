// Time zones as the browser knows them. IANA names are taken as IANA writes them: browsers would take any case.
const formats = new Map(); // by zone; null: there is no such zone

function makeFormat(zone) {
    try {
        const format = new Intl.DateTimeFormat('en-US', {
            timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric',
        });
        const { timeZone } = format.resolvedOptions(); // of an older name of a zone it is the newer one, or the other way round
        return timeZone !== zone && timeZone.toLowerCase() === zone.toLowerCase() ? null : format;
    } catch {
        return null;
    }
}

// How far the clocks of the zone are ahead of UTC at that moment; NaN if there is no such zone.
export function zoneOffsetMinutes(zone, utcMs) {
    if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
    const format = formats.get(zone);
    if (!format) return NaN;
    const at = {};
    for (const { type, value } of format.formatToParts(utcMs)) at[type] = Number(value);
    return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute) / 60_000 - Math.floor(utcMs / 60_000);
}

export function ownZone() {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return timeZone && makeFormat(timeZone) ? timeZone : 'UTC';
}
