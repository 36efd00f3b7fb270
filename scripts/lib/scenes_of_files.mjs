// What is to be seen of releases that the command line has brought far: a calendar, half a year of deployments, an
// incident, a hand-off.
import { Desk as CommandLine } from '../../tests/cli/lib/releasectl.mjs';
import { deliver } from '../../tests/cli/lib/deliveries.mjs';
import { bring, journey } from '../../tests/cli/lib/walk.mjs';
import { Walk } from '../../tests/browser/lib/walk.mjs';

export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const place = (page, name) => page.getByRole('navigation', { name: 'Places' }).getByText(name).click();
const tab = (page, name) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

// A dialog that has just been opened; it is left as it is.
export async function question(page, picture, name) {
    await page.getByRole('dialog').waitFor();
    await picture(page, name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
}

// A page with what `fill` makes by the command line.
export async function withFiles(open, now, fill) {
    const cleaning = [];
    const line = new CommandLine({ after: (clean) => cleaning.push(clean) }, { at: new Date(now).toISOString() });
    try {
        const files = fill(line);
        const page = await open();
        await new Walk(page, '').importFile(files.map((file) => line.path(file)));
        await page.getByRole('heading', { level: 1, name: 'Import preview' }).waitFor({ state: 'detached' });
        return page;
    } finally {
        for (const clean of cleaning) clean();
    }
}

const daysFrom = (now, days) => new Date(now + days * 86_400_000).toISOString();

// Windows that collide, one in another zone, a freeze, and releases without a window.
const plannedReleases = (now) => (line) => {
    const span = (days, from, to, zone = 'Europe/Berlin', more = days) =>
        ['--start', `${daysFrom(now, days).slice(0, 10)}T${from}`, '--end', `${daysFrom(now, more).slice(0, 10)}T${to}`, '--zone', zone];
    const make = (product, version, name, manager, developer, window) => {
        const file = `${product}-${version}.release.json`;
        line.act(manager, 'new', '--product', product, '--version', version, '--type', 'minor', '--name', name, '-o', file);
        line.act(manager, 'assign', file, 'developers', developer);
        if (window) line.act(manager, 'window', file, ...window);
        return file;
    };
    const files = [
        make('Checkout', '4.2.0', 'Saved carts', 'Ana', 'Chen', span(2, '21:00', '22:30')),
        make('Notifications', '1.9.0', 'Quiet hours', 'Priya', 'Chen', span(2, '22:00', '23:00')),
        make('Billing', '7.0.0', 'New invoice format', 'Omar', 'Kofi', span(3, '20:00', '21:00', 'America/New_York')),
        make('Reports', '2.2.0', 'Scheduled exports', 'Omar', 'Kofi', span(6, '10:00', '11:00')),
        make('Warehouse of the Northern Region', '0.14.0', 'A rather long name that tells everything about what is released', 'Priya', 'Kofi'),
        make('Mobile app', '9.3.0', 'Biometric sign-in', 'Ana', 'Goran'),
    ];
    line.act('Omar', 'freeze', files[3], 'add', ...span(5, '00:00', '06:00', 'Europe/Berlin', 7), '--reason', 'Sales weekend', '--all');
    return files;
};

export async function calendar(open, picture, now) {
    const page = await withFiles(open, now, plannedReleases(now));
    await place(page, 'Calendar');
    await page.getByText(/ in conflict$/).waitFor();
    await picture(page, 'calendar');
    await page.getByRole('heading', { name: 'No window yet' }).scrollIntoViewIfNeeded();
    await picture(page, 'calendar-below');
    await place(page, 'Releases');
    await page.getByRole('heading', { name: 'Deployment windows' }).waitFor();
    await picture(page, 'releases-week');
    await page.context().close();
}

// Four products over half a year: one with failures, one without, one whose commits are not named, one with two deployments.
const deployedReleases = (now) => (line) => {
    const ages = {
        Checkout: [160, 140, 125, 110, 98, 86, 79, 71, 64, 57, 50, 43, 36, 29, 23, 18, 12, 8, 3], Billing: [85, 64, 55, 33, 22, 5],
        Identity: [80, 59, 40, 31, 12, 3], 'Warehouse sync': [30, 8],
    };
    const failed = { Checkout: [125, 50, 23, 3], Identity: [40] };
    return Object.entries(ages).flatMap(([product, days]) => days.map((age, index) => deliver(line, `${product}-${index}.release.json`, {
        product, version: `4.${index}.0`, type: index % 6 === 5 ? 'patch' : 'minor', at: daysFrom(now, -age),
        lead: product === 'Identity' ? undefined : 40 + (age / 3) + (index * 7) % 25, incident: failed[product]?.includes(age) ? 20 + age : undefined,
    })));
};

export async function metrics(open, picture, now) {
    const page = await withFiles(open, now, deployedReleases(now));
    await place(page, 'Metrics');
    await page.getByRole('heading', { level: 1, name: 'Metrics' }).waitFor();
    await picture(page, 'metrics');
    await page.getByRole('button', { name: /^\d+ of \d+, by / }).click();
    await picture(page, 'metrics-behind');
    await page.getByRole('button', { name: 'Close the list' }).click();
    await page.getByRole('button', { name: 'Warehouse sync', exact: true }).click();
    await picture(page, 'metrics-too-little');
    await page.context().close();
}

// A release in production: it is watched, breaks, is rolled back, reported and handed off.
const brokenRelease = (until) => (line) => {
    const file = 'broken.release.json';
    bring(line, journey('incident-rollback'), file, until);
    return [file];
};

async function openRelease(page, me, section) {
    await place(page, 'Releases');
    await page.getByRole('main').getByRole('link', { name: /^Checkout 4\.2\.0/ }).click();
    await page.getByRole('tablist', { name: 'Sections' }).waitFor();
    await new Walk(page, '').become(me);
    await tab(page, section);
}

export async function incident(open, picture, now) {
    const page = await withFiles(open, now, brokenRelease((step) => step.do === 'incident'));
    await openRelease(page, 'Ana', 'Incident');
    await picture(page, 'incident-none');
    await page.getByRole('main').getByRole('button', { name: 'Open incident…' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: /^Severity/ }).click();
    await picture(page, 'severity-list');
    await page.getByRole('option', { name: /^1/ }).click();
    await question(page, picture, 'incident-open');
    await page.context().close();

    const broken = await withFiles(open, now, brokenRelease((step) => step.do === 'message'));
    await openRelease(broken, 'Ana', 'Incident');
    await picture(broken, 'incident');
    await broken.getByRole('button', { name: 'Add update' }).click();
    await question(broken, picture, 'incident-update');
    await broken.getByRole('link', { name: 'Add an action item' }).click();
    await question(broken, picture, 'action-item');
    await tab(broken, 'Overview');
    await picture(broken, 'overview-rolling-back');
    await broken.context().close();
}

export async function handOff(open, picture, now) {
    const page = await withFiles(open, now, brokenRelease((step) => step.do === 'everybody'));
    await openRelease(page, 'Jun', 'Incident');
    await picture(page, 'incident-reported');
    await tab(page, 'Hand-off');
    await picture(page, 'hand-off');
    await page.getByRole('button', { name: /^No retrospective|^No /i }).first().click();
    await question(page, picture, 'artifact');
    await page.getByRole('button', { name: /^Excuse / }).first().click();
    await question(page, picture, 'excuse');
    await tab(page, 'History');
    await picture(page, 'history');
    await page.getByRole('combobox', { name: 'Who' }).click();
    await picture(page, 'history-people');
    await page.getByRole('option', { name: 'Farah' }).click();
    await picture(page, 'history-of-one');
    await page.getByRole('table', { name: 'What happened' }).getByRole('row').last().click();
    await picture(page, 'history-moment');
    await button(page, 'Back to now').click();
    await place(page, 'My work');
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    await picture(page, 'my-work');
    await page.context().close();
}
