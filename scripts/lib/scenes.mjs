// What there is to be seen on the page: a walk through every view and dialog, stopping where a picture is worth taking.
import { readFileSync } from 'node:fs';
import { Walk } from '../../tests/browser/lib/walk.mjs';
import { deliver } from '../../tests/cli/lib/deliveries.mjs';
import { Desk as CommandLine } from '../../tests/cli/lib/releasectl.mjs';
import { journey } from '../../tests/cli/lib/walk.mjs';

const guide = JSON.parse(readFileSync(new URL('../../core/guide/octoacme.json', import.meta.url), 'utf8'));
const textOf = (key) => [...guide.requirements, ...guide.checklist].find((item) => item.key === key).text;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const place = (page, name) => page.getByRole('navigation', { name: 'Places' }).getByText(name).click();
const asFile = (name, text) => [{ name, mimeType: 'application/json', buffer: Buffer.from(text) }];

const importText = (page, name, text) => new Walk(page, '').importFile(asFile(name, text));

// The same release as another team would have it.
const another = (text, number, product, name) => text
    .replace(/"release":"[^"]+"/, `"release":"rel_another${number}"`)
    .replaceAll('Checkout', product).replaceAll('Saved carts', name);

// `open(context?)` gives a ready page; `picture(page, name)` takes it in all themes and widths.
export async function walkScenes(open, picture) {
    const plan = journey('minor-release');
    const page = await open();
    await picture(page, 'releases-empty');
    await button(page, 'New release').click();
    await picture(page, 'new-release');
    await button(page, 'Create release').click();
    await picture(page, 'new-release-incomplete');
    await button(page, 'Not now').click();

    const walk = new Walk(page, plan.manager);
    await walk.create(plan.release);
    await picture(page, 'overview-draft');
    await shareLink(open, page, picture);
    await button(page, 'Start preparing').click();
    await walk.section('Overview');
    await page.getByRole('main').getByRole('button', { name: 'Roles and people' }).click();
    await picture(page, 'people-empty');
    await button(page, 'Close').click();

    const until = async (wanted) => {
        while (plan.steps.length > 0) {
            const step = plan.steps.shift();
            if (step.do === 'advance' && step.to === 'preparing') continue;
            await walk.take(step);
            if (wanted(step)) return;
        }
    };
    await until((step) => step.do === 'waive');
    await walk.become('Ana');
    await walk.section('Readiness');
    await picture(page, 'readiness');
    await button(page, 'Why not?').click();
    await picture(page, 'readiness-why-not');
    await button(page, 'Why not?').click();
    await menuAndQuestions(page, picture);
    await keyboard(page, picture);
    await walk.section('Overview');
    await picture(page, 'overview');
    await page.getByRole('main').getByRole('button', { name: 'Roles and people' }).click();
    await picture(page, 'people');
    await button(page, 'Close').click();
    await walk.section('Notes');
    await picture(page, 'notes');
    await pastedCommits(page, picture);
    const prepared = (await walk.exported()).text;
    await conflict(open, picture, walk, prepared);

    await until((step) => step.do === 'set' && step.field === 'note.deploy-staging');
    await walk.become('Ana');
    await walk.section('Checklist');
    await picture(page, 'checklist');
    await until((step) => step.do === 'vote' && step.role === 'support-lead');
    await decision(page, picture, walk);

    await until((step) => step.do === 'advance' && step.to === 'stable');
    await walk.section('Overview');
    await picture(page, 'overview-stable');
    await walk.section('Checklist');
    await picture(page, 'checklist-stable');
    await walk.section('Notes');
    await announcements(page, picture);
    await portfolio(page, picture, prepared, (await walk.exported()).text);
    await calendar(open, picture);
    await metrics(open, picture);
}

// A page with what `fill` makes by the command line.
async function withFiles(open, fill) {
    const cleaning = [];
    const line = new CommandLine({ after: (clean) => cleaning.push(clean) }, { at: new Date().toISOString() });
    try {
        const files = fill(line);
        const page = await open();
        await new Walk(page, '').importFile(files.map((file) => line.path(file)));
        await place(page, 'Releases');
        await page.getByRole('table', { name: 'Releases' }).waitFor();
        return page;
    } finally {
        for (const clean of cleaning) clean();
    }
}

const fromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const span = (days, from, to, zone = 'Europe/Berlin', more = days) =>
    ['--start', `${fromNow(days).slice(0, 10)}T${from}`, '--end', `${fromNow(more).slice(0, 10)}T${to}`, '--zone', zone];

// Windows that collide, one in another zone, a freeze, and releases without a window.
function plannedReleases(line) {
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
}

async function calendar(open, picture) {
    const page = await withFiles(open, plannedReleases);
    await place(page, 'Calendar');
    await page.getByText(/ in conflict$/).waitFor();
    await picture(page, 'calendar');
    await page.getByRole('heading', { name: 'No window yet' }).scrollIntoViewIfNeeded();
    await picture(page, 'calendar-below');
    await page.context().close();
}

// Four products over half a year: one with failures, one without, one whose commits are not named, one with two deployments.
function deployedReleases(line) {
    const ages = {
        Checkout: [160, 140, 125, 110, 98, 86, 79, 71, 64, 57, 50, 43, 36, 29, 23, 18, 12, 8, 3], Billing: [85, 64, 55, 33, 22, 5],
        Identity: [80, 59, 40, 31, 12, 3], 'Warehouse sync': [30, 8],
    };
    const failed = { Checkout: [125, 50, 23, 3], Identity: [40] };
    return Object.entries(ages).flatMap(([product, days]) => days.map((age, index) => deliver(line, `${product}-${index}.release.json`, {
        product, version: `4.${index}.0`, type: index % 6 === 5 ? 'patch' : 'minor', at: fromNow(-age),
        lead: product === 'Identity' ? undefined : 40 + (age / 3) + (index * 7) % 25, incident: failed[product]?.includes(age) ? 20 + age : undefined,
    })));
}

async function metrics(open, picture) {
    const page = await withFiles(open, deployedReleases);
    await place(page, 'Metrics');
    await picture(page, 'metrics');
    await page.getByRole('button', { name: /^\d+ of \d+, by / }).click();
    await picture(page, 'metrics-behind');
    await page.getByRole('button', { name: 'Close the list' }).click();
    await page.getByRole('button', { name: 'Warehouse sync', exact: true }).click();
    await picture(page, 'metrics-too-little');
    await page.context().close();
}

// The palette, the list of keys, and the search in the top bar.
async function keyboard(page, picture) {
    for (const [name, words] of [['palette', ''], ['palette-found', 'smoke'], ['palette-locked', 'start'], ['palette-nothing', 'zzz']]) {
        await page.keyboard.press('Control+k');
        const field = page.getByRole('combobox', { name: 'Search' });
        await field.waitFor();
        if (words) await field.fill(words);
        await picture(page, name);
        await page.keyboard.press('Escape');
        await field.waitFor({ state: 'detached' });
    }
    await page.keyboard.press('?');
    await picture(page, 'keys');
    await page.keyboard.press('Escape');
}

async function menuAndQuestions(page, picture) {
    const more = button(page, `More for ${textOf('rollback-plan')}`);
    await more.click();
    await picture(page, 'menu');
    await button(page, 'Waive…').click();
    await picture(page, 'waive');
    await button(page, 'Waive it').click();
    await picture(page, 'waive-incomplete');
    await button(page, 'Keep requirement').click();
    const box = page.getByRole('checkbox', { name: textOf('readiness-review'), exact: true });
    await box.click();
    await button(page, 'Undo').focus(); // it stays while it is in use
    await picture(page, 'toast');
    await button(page, 'Undo').click();
}

async function pastedCommits(page, picture) {
    await button(page, 'Paste commits…').click();
    await picture(page, 'commits-empty');
    const log = ['a1b2c3d feat(cart)!: drop the old cart cookie (#14)', 'b2c3d4e feat: share a saved cart by link (#12)',
        'c3d4e5f fix: count vouchers once', 'd4e5f60 perf: load the cart page in half the time, also over slow lines and on old phones',
        'e5f6071 docs: describe `carts-backfill`', 'f607182 Merge branch \'main\' into carts'];
    await page.getByRole('dialog').getByRole('textbox', { name: 'Commits' }).fill(log.join('\n'));
    await picture(page, 'commits');
    await button(page, 'Not now').click();
}

// Two copies that did not see each other.
async function conflict(open, picture, walk, text) {
    const other = await open();
    await importText(other, 'copy.release.json', text);
    const theirs = new Walk(other, '');
    await other.getByRole('tablist', { name: 'Sections' }).waitFor();
    await theirs.section('Readiness');
    await other.getByRole('checkbox', { name: textOf('ui-approved'), exact: true }).click();
    await picture(other, 'my-name');
    await button(other, 'Not now').click();
    await theirs.become('Bruno');
    const item = 'ui-approved';
    await theirs.waive({ item, reason: 'The designs of 4.1 stay as they are', approver: 'Hana' });
    const changed = (await theirs.exported()).text;
    await other.context().close();

    const page = await open();
    await importText(page, 'mine.release.json', text);
    await page.getByRole('tablist', { name: 'Sections' }).waitFor();
    const mine = new Walk(page, '');
    await mine.become('Ana');
    await mine.waive({ item, reason: 'Only words change, no screen does', approver: 'Emeka' });
    await place(page, 'Releases');
    await mine.chooseFile(asFile('copy.release.json', changed));
    await page.getByText('did not see each other').first().waitFor();
    await picture(page, 'import');
    await button(page, 'Import 1 entry').click();
    await page.getByText(/1 conflict/).first().waitFor();
    await mine.section('Readiness');
    await picture(page, 'conflict');
    await mine.section('Overview');
    await picture(page, 'conflict-overview');
    await page.context().close();
}

async function decision(page, picture, walk) {
    await walk.section('Decision');
    await picture(page, 'decision-go');
    await walk.become('Ana');
    await walk.set({ field: 'notes.known-issues', value: 'Gift cards are not kept yet. Vouchers neither.' });
    await walk.become('Farah');
    await walk.section('Decision');
    const card = page.getByRole('group', { name: 'QA', exact: true });
    await card.getByRole('button', { name: 'No-go', exact: true }).click();
    await picture(page, 'no-go-question');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('Vouchers were not part of the smoke tests');
    await dialog.getByRole('button', { name: 'Say no-go' }).click();
    await dialog.waitFor({ state: 'detached' });
    await walk.become('Ana');
    await walk.section('Decision');
    await picture(page, 'decision');
    for (const [name, role] of [['Chen', 'Developers'], ['Farah', 'QA'], ['Bruno', 'Support Lead']]) {
        await walk.become(name);
        await walk.section('Decision');
        await page.getByRole('group', { name: role, exact: true }).getByRole('button', { name: 'Go', exact: true }).click();
    }
}

// The link of a release, what comes of one that was cut, and a browser that can make none.
async function shareLink(open, page, picture) {
    const ask = () => new Walk(page, '').choose('More', 'Share link…');
    await ask();
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    await picture(page, 'share-link');
    await button(page, 'Close').click();
    await page.evaluate(() => { window.kept = window.CompressionStream; delete window.CompressionStream; });
    await ask();
    await page.getByRole('button', { name: 'Export file' }).waitFor();
    await picture(page, 'share-no-link');
    await button(page, 'Close').click();
    await page.evaluate(() => { window.CompressionStream = window.kept; });

    const other = await open();
    await other.evaluate((cut) => { location.hash = cut; }, link.slice(link.indexOf('#'), -9));
    await button(other, 'Choose a file').waitFor();
    await picture(other, 'share-link-cut');
    await other.context().close();
}

async function announcements(page, picture) {
    const card = page.getByRole('group', { name: 'Announcements', exact: true });
    await card.getByRole('button', { name: 'Mark the announcement as sent' }).click();
    await card.getByText(/^Sent to customers/).waitFor();
    await picture(page, 'announcements-customers');
    await card.getByRole('radio', { name: 'Support team' }).click();
    await card.getByText('Rollback plan', { exact: true }).scrollIntoViewIfNeeded();
    await picture(page, 'announcements-support');
}

async function portfolio(page, picture, prepared, stable) {
    await page.getByRole('banner').getByRole('button', { name: /: settings$/ }).click();
    await picture(page, 'settings');
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Guide' }).click();
    await page.getByRole('heading', { level: 1, name: /guide, version/ }).waitFor();
    await picture(page, 'guide');
    await place(page, 'Releases');
    const others = [
        [prepared, 'Billing', 'Invoices by e-mail'], [stable, 'Search', 'Typo tolerance'],
        [prepared, 'Warehouse of the Northern Region', 'A rather long name that tells everything about what is released'],
        [stable, 'Mobile app', 'Dark mode'], [prepared, 'Accounts', 'Passkeys'],
    ];
    for (const [index, [text, product, name]] of others.entries()) {
        await importText(page, `${product}.release.json`, another(text, index, product, name));
        await page.getByRole('tablist', { name: 'Sections' }).waitFor();
        if (product.length > 20) await picture(page, 'long-names');
        await place(page, 'Releases');
    }
    await button(page, 'All 6').waitFor();
    await picture(page, 'releases');
    await button(page, 'Export…').click();
    await page.getByRole('dialog').getByRole('checkbox', { name: /^Search/ }).uncheck();
    await picture(page, 'export');
    await button(page, 'Cancel').click();
    await new Walk(page, '').chooseFile(asFile('broken.release.json', `${prepared.slice(0, 4000)}\n{"a":"x"\n`));
    await picture(page, 'import-problem');
    await button(page, 'Close').click();
    await page.evaluate(() => { location.hash = '#/release/rel_nowhere/overview'; });
    await picture(page, 'not-here');
}
