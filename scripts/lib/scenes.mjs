// What there is to be seen on the page: a walk through every view and dialog, stopping where a picture is worth taking.
import { readFileSync } from 'node:fs';
import { Walk } from '../../tests/browser/lib/walk.mjs';
import { journey } from '../../tests/cli/lib/walk.mjs';
import { button, calendar, handOff, incident, metrics, place, question } from './scenes_of_files.mjs';

const guide = JSON.parse(readFileSync(new URL('../../core/guide/octoacme.json', import.meta.url), 'utf8'));
const textOf = (key) => [...guide.requirements, ...guide.checklist].find((item) => item.key === key).text;

const asFile = (name, text) => [{ name, mimeType: 'application/json', buffer: Buffer.from(text) }];

const importText = (page, name, text) => new Walk(page, '').importFile(asFile(name, text));

// The same release as another team would have it.
const another = (text, number, product, name) => text
    .replace(/"release":"[^"]+"/, `"release":"rel_another${number}"`)
    .replaceAll('Checkout', product).replaceAll('Saved carts', name);

// `open()` gives a ready page, whose clock says about `now`; `picture(page, name)` looks at it.
export async function walkScenes(open, picture, now = Date.now()) {
    const plan = journey('minor-release');
    const page = await open();
    await picture(page, 'releases-empty');
    for (const name of ['My work', 'Calendar', 'Metrics']) {
        await place(page, name);
        await page.getByRole('heading', { level: 1, name }).waitFor();
        await picture(page, `${name.toLowerCase().replace(' ', '-')}-empty`);
    }
    await place(page, 'Releases');
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
    await button(page, 'More actions').click();
    await picture(page, 'menu-release');
    await button(page, 'Put on hold').click();
    await question(page, picture, 'hold');
    await walk.choose('More actions', 'Cancel release');
    await question(page, picture, 'cancel');
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
    await button(page, `More for ${textOf('backup')}`).click();
    await button(page, 'Not applicable…').click();
    await question(page, picture, 'not-applicable');
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
    await calendar(open, picture, now);
    await metrics(open, picture, now);
    await incident(open, picture, now);
    await handOff(open, picture, now);
}

// The palette, the list of keys, and the search in the top bar.
async function keyboard(page, picture) {
    for (const [name, words] of [['palette', ''], ['palette-found', 'smoke'], ['palette-locked', 'start staging'], ['palette-nothing', 'zzz']]) {
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
    for (const [choice, name] of [['Add evidence…', 'evidence'], ['Note…', 'note']]) {
        await more.click();
        await button(page, choice).click();
        await question(page, picture, name);
    }
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
    await place(page, 'Releases');
    await page.getByRole('heading', { name: '1 release needs a decision' }).waitFor();
    await picture(page, 'conflict-releases');
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
    await button(page, 'Override').click();
    await picture(page, 'decision-why-not');
    await button(page, 'Why not?').click();
    for (const [choice, name] of [['Set window…', 'window'], ['No window…', 'no-window'], ['Add a freeze…', 'freeze']]) {
        await page.getByRole('group', { name: 'Deployment window', exact: true }).getByRole('button', { name: choice }).click();
        await question(page, picture, name);
    }
    for (const [name, role] of [['Chen', 'Developers'], ['Farah', 'QA'], ['Bruno', 'Support Lead']]) {
        await walk.become(name);
        await walk.section('Decision');
        await page.getByRole('group', { name: role, exact: true }).getByRole('button', { name: 'Go', exact: true }).click();
    }
}

// The link of a release, what comes of one that was cut, and a browser that can make none.
async function shareLink(open, page, picture) {
    const ask = () => button(page, 'Share').click();
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
