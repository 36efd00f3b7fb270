// The places Calendar and Metrics, on releases that the command line made: both say the same.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Desk as CommandLine } from '../cli/lib/releasectl.mjs';
import { deliver } from '../cli/lib/deliveries.mjs';
import { assertAccessible } from './lib/axe.mjs';
import { letToastsGo } from './lib/clock.mjs';
import { untilIdle, useDesk } from './lib/desk.mjs';
import { Walk } from './lib/walk.mjs';

const desk = useDesk();
const day = 86_400_000;
const zone = 'Europe/Berlin';
const fromNow = (days) => new Date(Date.now() + days * day).toISOString();
const evening = (days, from = '21:00', to = '22:30') =>
    ['--start', `${fromNow(days).slice(0, 10)}T${from}`, '--end', `${fromNow(days).slice(0, 10)}T${to}`, '--zone', zone];
const place = (page, name) => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name, exact: true });

// A page with these releases.
async function opened(t, files, options) {
    const page = await desk.open(t, options);
    await page.getByText('No releases yet').waitFor();
    await new Walk(page, '').importFile(files);
    await place(page, 'Releases').click();
    await page.getByRole('table', { name: 'Releases' }).waitFor();
    await letToastsGo(page); // they would lie over what is pressed on a phone
    return page;
}

async function saved(page, button) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

// In the order in which the page keeps them: by id.
function inOrder(line, files) {
    const id = (file) => JSON.parse(readFileSync(line.path(file), 'utf8')).release;
    return [...files].sort((a, b) => (id(a) < id(b) ? -1 : 1));
}

test('RC-3 DC-1 the calendar shows what is next and what collides, leads to the window, and leaves as the file of releasectl', async (t) => {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    const files = [line.create('a.release.json'), line.create('b.release.json', 'Ana', '4.3.0'), line.create('c.release.json', 'Ana', '5.0.0')];
    line.act('Ana', 'window', files[0], ...evening(3));
    line.act('Ana', 'window', files[1], ...evening(3, '22:00', '23:00'));
    line.act('Ana', 'freeze', files[2], 'add', ...evening(5, '00:00', '06:00'), '--reason', 'Sales weekend', '--all');
    const page = await opened(t, files.map((file) => line.path(file)), { timezoneId: 'America/New_York' });
    await place(page, 'Calendar').click();
    await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();

    const answer = page.getByRole('group', { name: 'Next deployment' });
    await answer.getByRole('link', { name: 'Checkout 4.2.0', exact: true }).waitFor();
    await answer.getByText(/^Your time: .*, America\/New_York, UTC−5$/).waitFor();
    await answer.getByText('2 windows in conflict', { exact: true }).waitFor();
    const main = page.getByRole('main');
    await main.getByText(/^Checkout 4\.3\.0 has a window at the same time: .*, 22:00–23:00, Europe\/Berlin, UTC\+1$/).waitFor();
    await main.getByText(/^Next free slot: .*, 21:00–22:30, Europe\/Berlin, UTC\+1$/).waitFor();
    await main.getByRole('list').getByRole('link', { name: /^Freeze: Sales weekend, All products, / }).waitFor();
    await page.getByRole('table', { name: 'No window yet' }).getByRole('link', { name: /^Checkout 5\.0\.0, .*Waits for a window$/ }).waitFor();
    await untilIdle(page);
    await assertAccessible(page, 'Calendar');

    const { name, text } = await saved(page, 'Export calendar');
    assert.equal(name, 'deployment-windows.ics');
    const written = line.run(['calendar', ...inOrder(line, files), '--at', new Date().toISOString()]);
    assert.equal(written.status, 1, 'windows are in conflict');
    assert.equal(text, written.stdout);

    await main.getByRole('list').getByRole('link', { name: /^Checkout 4\.3\.0, / }).click();
    await page.getByRole('tab', { name: /^Decision/, selected: true }).waitFor();
    await page.getByRole('group', { name: 'Deployment window', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
    assert.equal(new URL(page.url()).hash, '#/calendar');
});

test('Metrics tells the numbers of releasectl, and each opens the releases behind it', async (t) => {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    const ages = [80, 62, 45, 30, 14, 5];
    const files = ages.map((age, index) => deliver(line, `${index}.release.json`, {
        product: 'Checkout', version: `4.${index}.0`, type: index === 2 ? 'patch' : 'minor', at: fromNow(-age), lead: 30 + index * 7,
        incident: [3, 4].includes(index) ? 20 + index : undefined,
    }));
    files.push(deliver(line, 'search.release.json', { product: '=Search', version: '1.0.0', at: fromNow(-9) }));
    const page = await opened(t, files.map((file) => line.path(file)));
    await place(page, 'Metrics').click();
    await page.getByRole('heading', { level: 1, name: 'Metrics' }).waitFor();

    const from = fromNow(-89).slice(0, 10);
    const told = JSON.parse(line.run(['metrics', ...files, '--from', from, '--product', 'Checkout', '--json']).stdout)[0];
    const duration = (seconds) => (seconds < 86400 ? `${Math.floor(seconds / 60)} min`
        : `${Math.floor(seconds / 86400)} day${seconds < 172800 ? '' : 's'}${seconds % 86400 < 3600 ? '' : ` ${Math.floor((seconds % 86400) / 3600)} h`}`);
    const values = {
        'Change lead time': [duration(told.change_lead_time.median_seconds), 'median of 6 releases'],
        'Deployment frequency': [`${told.deployment_frequency.per_week.toFixed(1)} a week`, `${told.deployments.length} deployments`],
        'Failed deployment recovery time': [duration(told.failed_deployment_recovery_time.median_seconds), 'median of 2 failures'],
        'Change fail rate': [`${told.change_fail_rate.percent.toFixed(1)} %`, `${told.change_fail_rate.failed} of 6, by 2 incidents`],
        'Rework rate': [`${told.rework_rate.percent.toFixed(1)} %`, `${told.rework_rate.reworked} of 6 unplanned`],
    };
    for (const [name, [value, base]] of Object.entries(values)) {
        const card = page.getByRole('group', { name, exact: true });
        await card.getByText(value, { exact: true }).waitFor();
        await card.getByRole('button', { name: `${base}, ${name}: the releases behind it` }).waitFor();
        assert.match(await card.getByRole('img').getAttribute('aria-label'), /, in 12 parts: /);
    }
    await page.getByRole('table', { name: 'Other products' }).getByText('needs 5, has 1').first().waitFor();

    await page.getByRole('button', { name: /^2 of 6, by 2 incidents/ }).click();
    const behind = page.getByRole('table', { name: 'Releases behind it' });
    assert.deepEqual(await behind.getByRole('link').evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? one.textContent).split(',')[0])),
        told.deployments.filter((one) => one.failed).map((one) => `Checkout ${one.version}`).reverse());
    await untilIdle(page);
    await assertAccessible(page, 'Metrics');
    await behind.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Checkout 4.4.0' }).waitFor();
    await page.getByRole('tab', { name: /^Incident/, selected: true }).waitFor();
    await page.goBack();
    await behind.getByRole('link').first().waitFor();

    const { name, text } = await saved(page, 'Export CSV');
    assert.equal(name, 'metrics.csv');
    const written = line.run(['metrics', ...files, '--from', from, '--csv']).stdout;
    const withoutNow = (csv) => csv.replace(/,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=,\d+,)/g, '');
    assert.equal(withoutNow(text), withoutNow(written));
    assert.match(text, /\r\n'=Search,/, 'no formula');

    await page.getByRole('combobox', { name: 'Period' }).click();
    await page.getByRole('option', { name: 'Last 30 days' }).click();
    await page.getByRole('group', { name: 'Change fail rate', exact: true }).getByText(/^needs 5 deployments, has [23]$/).waitFor();
});

test('two hundred releases keep both places quick to read and wide enough', async (t) => {
    const line = new CommandLine(t, { at: new Date().toISOString() });
    line.create('a.release.json');
    line.act('Ana', 'window', 'a.release.json', ...evening(3));
    const text = readFileSync(line.path('a.release.json'), 'utf8');
    const files = Array.from({ length: 200 }, (_, index) => {
        const copy = line.path(`${index}.release.json`);
        writeFileSync(copy, text.replace(/"release":"[^"]+"/, `"release":"rel_copy${index}"`).replaceAll('Checkout', `Product ${index}`));
        return copy;
    });
    const page = await opened(t, files, { viewport: { width: 390, height: 844 } });
    await place(page, 'Calendar').click();
    await page.getByText('200 windows in conflict', { exact: true }).waitFor();
    const more = page.getByRole('button', { name: 'Show more, 180 left' });
    assert.equal(await page.getByRole('main').getByRole('listitem').count(), 20);
    await more.click();
    await page.getByRole('button', { name: 'Show more, 160 left' }).waitFor();
    await page.getByRole('combobox', { name: 'Product' }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});
