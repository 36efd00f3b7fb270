// Deployment windows, freezes and the calendar, from outside.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';

const file = 'a.release.json';
const evening = ['--start', '2026-11-25T21:00', '--end', '2026-11-25T22:30', '--zone', 'Europe/Berlin'];

function checkout(t, options = { at: '2026-11-20T12:00:00Z' }) {
    const desk = new Desk(t, options);
    desk.create(file);
    return desk;
}

const run = (desk, by, ...args) => desk.run([...args, '--at', desk.at], { by });

test('RC-3 DC-1 the Release Manager sets a window in local time, or says why none is needed', (t) => {
    const desk = checkout(t);
    const set = desk.act('Ana', 'window', file, ...evening);
    assert.equal(set.stdout, 'Window: Wed 25 Nov, 21:00–22:30, Europe/Berlin, UTC+1\n');
    assert.equal(set.stderr, '');
    const status = desk.status(file);
    assert.deepEqual(status.window, { start: '2026-11-25T21:00', end: '2026-11-25T22:30', zone: 'Europe/Berlin' });
    assert.deepEqual(status.window_conflicts, []);
    desk.refused('Bruno', ['window', file, ...evening], ['Bruno does not hold Release Manager']);

    desk.act('Ana', 'window', file, '--none', 'Nobody uses it yet');
    assert.deepEqual(desk.status(file).window, { none: 'Nobody uses it yet' });
    assert.equal(desk.status(file).checklist.find((one) => one.key === 'window-scheduled').status, 'not-applicable');
});

test('DC-1 a time that clocks leave out is refused, with the next one that exists', (t) => {
    const desk = checkout(t);
    const refused = desk.refused('Ana',
        ['window', file, '--start', '2027-03-28T02:30', '--end', '2027-03-28T05:00', '--zone', 'Europe/Berlin'],
        ['02:30 on 28 Mar 2027 does not exist in Europe/Berlin: clocks go from 02:00 to 03:00']);
    assert.match(refused.stderr, /The next time that exists is 2027-03-28T03:00\./);
    desk.refused('Ana', ['window', file, '--start', '2026-11-25T21:00', '--end', '2026-11-25T22:00', '--zone', 'Mars/Base'],
        ['There is no time zone "Mars/Base"']);
    assert.equal(run(desk, 'Ana', 'window', file, '--start', '2026-11-25T21:00').status, 2);
    assert.equal(run(desk, 'Ana', 'window', file, ...evening, '--none', 'x').status, 2);
});

test('DC-1 of a time that exists twice the first is meant, and that is said', (t) => {
    const desk = checkout(t, { at: '2026-10-20T12:00:00Z' });
    const set = desk.act('Ana', 'window', file, '--start', '2026-10-25T02:30', '--end', '2026-10-25T04:00', '--zone', 'Europe/Berlin');
    assert.match(set.stderr, /window-twice: 02:30 on 25 Oct 2026 exists twice in Europe\/Berlin, the first is meant, at UTC\+2/);
    assert.match(set.stdout, /02:30–04:00, Europe\/Berlin, UTC\+2 to UTC\+1/);
});

test('RC-3 a window with conflicts is set, every conflict is told with its rule, and the next free slot is proposed', (t) => {
    const desk = checkout(t);
    desk.create('b.release.json', 'Ana', '4.3.0');
    desk.act('Ana', 'window', 'b.release.json', '--start', '2026-11-25T15:30', '--end', '2026-11-25T16:00', '--zone', 'America/New_York');
    desk.act('Ana', 'freeze', 'b.release.json', 'add', '--start', '2026-11-26T00:00', '--end', '2026-11-27T00:00', '--zone',
        'Europe/Berlin', '--reason', 'Audit');
    const set = desk.act('Ana', 'window', file, ...evening, '--with', 'b.release.json');
    assert.equal(set.stderr, [
        `${file}: window-product: Checkout 4.3.0 has a window at the same time: Wed 25 Nov, 15:30–16:00, America/New_York, UTC−5 (Ana, Release Manager). Move one of the windows.`,
        `${file}: window-people: Ana deploys Checkout 4.3.0 at the same time: Wed 25 Nov, 15:30–16:00, America/New_York, UTC−5 (Ana, Release Manager). Move one of the windows, or let others deploy.`,
        `${file}: Next free slot: Fri 27 Nov, 21:00–22:30, Europe/Berlin, UTC+1 (--start 2026-11-27T21:00 --end 2026-11-27T22:30 --zone Europe/Berlin)`,
        ''].join('\n'));
    const shown = JSON.parse(run(desk, '', 'show', file, '--json', '--with', 'b.release.json').stdout);
    assert.deepEqual(shown.window_conflicts.map((one) => one.rule), ['window-product', 'window-people']);
    assert.equal(shown.window_next.start, '2026-11-27T21:00');
    assert.equal(shown.freezes[0].reason, 'Audit');
    assert.match(run(desk, '', 'show', file, '--with', 'b.release.json').stdout, /window-product +Checkout 4\.3\.0 has a window/);

    const answered = run(desk, 'Ana', 'window', file, ...evening, '--with', 'b.release.json', '--json');
    assert.equal(answered.status, 0);
    assert.deepEqual(JSON.parse(answered.stdout).window_conflicts.map((one) => one.rule), ['window-product', 'window-people']);
});

test('a freeze is recorded and lifted by the Release Manager', (t) => {
    const desk = checkout(t);
    const times = ['--start', '2026-12-21T00:00', '--end', '2027-01-04T09:00', '--zone', 'Europe/Berlin', '--reason', 'Christmas'];
    desk.refused('Chen', ['freeze', file, 'add', ...times], ['Chen does not hold Release Manager']);
    assert.equal(run(desk, 'Ana', 'freeze', file, 'lift').status, 2);
    desk.act('Ana', 'freeze', file, 'add', ...times, '--all');
    const [freeze] = desk.status(file).freezes;
    assert.equal(freeze.scope, 'all');
    assert.equal(freeze.start, '2026-12-21T00:00');
    desk.act('Ana', 'freeze', file, 'add', ...times);
    assert.equal(run(desk, 'Ana', 'freeze', file, 'lift').status, 2);
    desk.act('Ana', 'freeze', file, 'lift', '--id', freeze.id);
    desk.act('Ana', 'freeze', file, 'lift');
    assert.deepEqual(desk.status(file).freezes, []);
});

test('the calendar holds every window in UTC, and is answered with "no" while windows are in conflict', (t) => {
    const desk = checkout(t);
    desk.act('Ana', 'window', file, ...evening);
    desk.create('b.release.json', 'Ana', '4.3.0');
    const quiet = run(desk, '', 'calendar', file, 'b.release.json');
    assert.equal(quiet.status, 0);
    assert.equal(quiet.stdout.match(/BEGIN:VEVENT/g).length, 1);
    assert.match(quiet.stdout, /\r\nDTSTART:20261125T200000Z\r\nDTEND:20261125T213000Z\r\n/);

    desk.act('Ana', 'window', 'b.release.json', ...evening);
    const told = run(desk, '', 'calendar', file, 'b.release.json', '-o', 'all.ics');
    assert.equal(told.status, 1);
    assert.match(told.stderr, /a\.release\.json: window-product: Checkout 4\.3\.0/);
    assert.match(told.stderr, /b\.release\.json: window-product: Checkout 4\.2\.0/);
    const text = readFileSync(desk.path('all.ics'), 'utf8');
    assert.equal(text.match(/BEGIN:VEVENT/g).length, 2);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});
