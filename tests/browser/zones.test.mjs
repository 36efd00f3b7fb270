// The browser's time zones, by the port that the page uses, against the shared table of local times.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { useDesk } from './lib/desk.mjs';

const desk = useDesk();
const table = JSON.parse(readFileSync(new URL('../time/zones.json', import.meta.url), 'utf8'));
const minute = 60_000;

// The module as it is, in the page: the site has it within its one script.
const source = readFileSync(new URL('../../web/platform/zones.js', import.meta.url), 'utf8').replaceAll('export function', 'function');
const inPage = (page, expression) => page.evaluate(`(() => { ${source}; return ${expression}; })()`);

// What the clocks of the table show at a moment.
function clockAt(zone, ms) {
    let offset = table.clocks[zone][0][1];
    for (const [from, minutes] of table.clocks[zone]) if (Date.parse(from) <= ms) offset = minutes;
    return offset;
}

test('DC-1 the browser knows every change of the clocks in the table, to the minute', async (t) => {
    const page = await desk.open(t);
    const asked = [];
    for (const [zone, changes] of Object.entries(table.clocks))
        changes.forEach(([from], index) => {
            const ms = Date.parse(from);
            asked.push({ zone, ms }, { zone, ms: ms + 36e5 });
            if (index > 0) asked.push({ zone, ms: ms - minute });
        });
    for (const { zone, utc } of table.times) if (utc) asked.push({ zone, ms: Date.parse(utc) });
    const answered = await inPage(page, `${JSON.stringify(asked)}.map(({ zone, ms }) => zoneOffsetMinutes(zone, ms))`);
    asked.forEach(({ zone, ms }, index) =>
        assert.equal(answered[index], clockAt(zone, ms), `${zone} at ${new Date(ms).toISOString()}`));
});

test('what is no zone has no clocks, also if only its capital letters are wrong', async (t) => {
    const page = await desk.open(t);
    const names = table.unknown.filter((name) => /^[A-Z].*[^/]$/.test(name)); // the core lets no others through
    const answered = await inPage(page, `${JSON.stringify(names)}.map((zone) => Number.isNaN(zoneOffsetMinutes(zone, 0)))`);
    assert.deepEqual(answered, names.map(() => true));
});

test("the user's own zone is the browser's", async (t) => {
    const page = await desk.open(t, { timezoneId: 'Australia/Lord_Howe' });
    assert.equal(await inPage(page, 'ownZone()'), 'Australia/Lord_Howe');
});
