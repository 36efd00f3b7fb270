// DORA's five measures from release files.
import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Desk } from './lib/releasectl.mjs';
import { journey, walk } from './lib/walk.mjs';

const files = ['minor.release.json', 'patch.release.json', 'search.release.json'];

// Checkout 4.2.0, rolled back, and the hotfix 4.1.4; Search has one release that is not deployed.
const made = new Desk({ after });
before(() => {
    walk(made, journey('incident-rollback'), files[0]);
    made.at = '2026-12-02T12:00:00Z';
    walk(made, { ...journey('hotfix'), steps: journey('hotfix').steps.filter((step) => step.to !== 'closed') }, files[1]);
    made.act('Ana', 'new', '--product', 'Search', '--version', '1.0.0', '--type', 'major', '-o', files[2]);
});

// Copies of them, for the test alone.
function products(t) {
    const desk = new Desk(t, { at: made.at });
    for (const file of files) copyFileSync(made.path(file), desk.path(file));
    return desk;
}

const now = ['--at', '2026-12-09T12:00:00Z'];

test('the five measures stand with the releases behind each, and products apart', (t) => {
    const desk = products(t);
    desk.act('Ana', 'set', 'patch.release.json', 'lead-time.start', '2026-12-01T10:00:00Z');
    const { status, stdout, stderr } = desk.run(['metrics', ...files, ...now]);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, `Checkout: 2 deployments, 2026-11-25 to 2026-12-09, UTC
  Too little to judge by: fewer than 5 deployments
  Change lead time: median 1 day 2 h, of 1 of 2 deployments, from the oldest commit to production
      4.2.0, 2026-11-25: no data, its oldest commit is not named
      4.1.4, 2026-12-02: 1 day 2 h
  Deployment frequency: 1.0 a week, median 7 days from one to the next
      4.2.0, 2026-11-25
      4.1.4, 2026-12-02
  Failed deployment recovery time: median under a minute
      4.2.0, 2026-11-25: under a minute
  Change fail rate: 50.0 %, 1 of 2 deployments, 1 incident
      4.2.0, 2026-11-25: 1 incident
  Rework rate: 50.0 %, 1 of 2 deployments
      4.1.4, 2026-12-02: Patch, https://issues.example/871

Search: no deployment, 2026-12-09 to 2026-12-09, UTC
  No data
`);
});

test('as data every number that cannot be told is null, and never 0', (t) => {
    const desk = products(t);
    const [search] = JSON.parse(desk.act('', 'metrics', ...files, '--product', 'Search', '--json').stdout);
    assert.equal(search.deployments.length, 0);
    assert.deepEqual([search.change_lead_time.median_seconds, search.deployment_frequency.per_week,
        search.failed_deployment_recovery_time.median_seconds, search.change_fail_rate.percent, search.rework_rate.percent],
    [null, null, null, null, null]);

    const [checkout] = JSON.parse(desk.run(['metrics', ...files, '--product', 'Checkout', '--json', ...now]).stdout);
    assert.deepEqual(checkout.deployments.map((one) => [one.version, one.failed, one.rework]), [['4.2.0', true, false], ['4.1.4', false, true]]);
    assert.equal(checkout.change_fail_rate.percent, 50);
    assert.equal(checkout.too_little_to_judge_by, true);
});

test('--from and --to choose deployments by their day, the last one with all its hours', (t) => {
    const desk = products(t);
    const versions = (...span) => JSON.parse(desk.run(['metrics', ...files, '--product', 'Checkout', '--json', ...span, ...now]).stdout)[0]
        .deployments.map((one) => one.version);
    assert.deepEqual(versions('--from', '2026-11-26'), ['4.1.4']);
    assert.deepEqual(versions('--to', '2026-11-25'), ['4.2.0']);
    assert.deepEqual(versions('--to', '2026-11-25T11:00:00Z'), []);
    for (const [args, message] of [[['--from', '2026-12-02', '--to', '2026-12-01'], /ends before it begins/], [['--from', 'May'], /is not a time/],
        [['--product', 'Chekcout'], /^Chekcout: no release .* There is Checkout, Search$/m]]) {
        const { status, stderr } = desk.run(['metrics', ...files, ...args]);
        assert.equal(status, 2);
        assert.match(stderr, message);
    }
});

test('as data the time is cut into twelve parts, in which every deployment stands once', (t) => {
    const desk = products(t);
    const [checkout, search] = JSON.parse(desk.run(['metrics', ...files, '--json', ...now]).stdout);
    assert.equal(checkout.over_time.length, 12);
    assert.equal(checkout.over_time[0].from, checkout.from);
    assert.equal(checkout.over_time[11].to, checkout.to);
    assert.equal(checkout.over_time.reduce((sum, part) => sum + part.deployments, 0), 2);
    assert.deepEqual([checkout.over_time[0].deployments, checkout.over_time[0].failed, checkout.over_time[0].reworked], [1, 1, 0]);
    assert.equal(checkout.over_time.find((part) => part.deployments === 0).rework_percent, null);
    assert.deepEqual(search.over_time, [], 'no time has passed');
});

test('as a table what cannot be told is an empty field, and no name runs as a formula', (t) => {
    const desk = products(t);
    desk.act('Ana', 'set', 'search.release.json', 'product', '=1+1, "x"');
    const { status, stdout } = desk.run(['metrics', ...files, '--csv', ...now]);
    assert.equal(status, 0);
    const [head, formula, checkout, end] = stdout.split('\r\n');
    assert.match(head, /^product,from,to,deployments,/);
    assert.equal(formula, '"\'=1+1, ""x""",2026-12-09T12:00:00Z,2026-12-09T12:00:00Z,0,,,,0,0,,,0,,yes');
    assert.match(checkout, /^Checkout,2026-11-25T12:00:00Z,2026-12-09T12:00:00Z,2,,1\.0,\d+,1,1,\d+,50\.0,1,50\.0,yes$/);
    assert.equal(end, '');
    assert.equal(desk.run(['metrics', ...files, '--csv', '--json']).status, 2);
});

test('a workspace is taken too, and copies of one release count once', (t) => {
    const desk = products(t);
    desk.act('', 'pack', ...files, '-o', 'all.workspace.json');
    assert.equal(desk.run(['metrics', 'all.workspace.json', 'minor.release.json', ...now]).stdout, desk.run(['metrics', ...files, ...now]).stdout);
});

test('the time of the oldest commit is a time that has been', (t) => {
    const desk = products(t);
    desk.refused('Ana', ['set', 'search.release.json', 'lead-time.start', 'in May'], ['"in May" is not a time']);
    desk.refused('Ana', ['set', 'search.release.json', 'lead-time.start', '2027-05-01'], ['A commit cannot be made in the future']);
    desk.act('Ana', 'set', 'search.release.json', 'lead-time.start', '2026-11-01');
    assert.equal(desk.status('search.release.json').lead_time.start, '2026-11-01');
    assert.match(desk.run(['log', 'search.release.json']).stdout, /Ana said that its oldest commit is of 2026-11-01$/m);
});
