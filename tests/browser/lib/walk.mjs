// Walks a journey (tests/journey/*.json) on the page as a person would: by roles and names alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const here = (path) => new URL(path, import.meta.url);
const guide = JSON.parse(readFileSync(here('../../../core/guide/octoacme.json'), 'utf8'));

const named = (list, key) => list.find((one) => one.key === key);
const roleName = (key) => named(guide.roles, key).name;
const typeName = (key) => named(guide.types, key).name;
const itemText = (key) => named([...guide.requirements, ...guide.checklist, ...guide.playbook], key).text;
const sectionOf = (key) => (named(guide.requirements, key) ? 'Readiness' : named(guide.checklist, key) ? 'Checklist' : 'Incident');
const isStep = (key) => Boolean(named(guide.playbook, key));

// What the button of a phase says, and how the phase is called.
const acts = {
    preparing: 'Start preparing', staging: 'Start staging', deciding: 'Start deciding', approved: 'Record go',
    deploying: 'Start deploying', monitoring: 'Start monitoring', stable: 'Confirm stable',
    'rolling-back': 'Start rollback', 'rolled-back': 'Confirm rolled back', retrospective: 'Accept hand-off',
    closed: 'Close release',
};
// What the button says of a change that asks for a reason.
const reasonedActs = { preparing: 'Record no-go', monitoring: 'Fix forward', approved: 'Resume' };
const menuActs = { 'on-hold': 'Put on hold', cancelled: 'Cancel release' };
const phaseName = (key) => key[0].toUpperCase() + key.slice(1).replaceAll('-', ' ');
const audiences = { customers: 'Customers', stakeholders: 'Stakeholders', support: 'Support team' };
const reportParts = { impact: 'Impact', 'root-cause': 'Root cause', resolution: 'Resolution' };

export class Walk {
    constructor(page, manager) {
        this.page = page;
        this.me = manager;
        this.steps = { assign: this.assign, advance: this.advance, refused: this.refused, set: this.set, sign: this.sign,
            waive: this.waive, vote: this.vote, 'not-applicable': this.notApplicable, 'step-na': this.notApplicable,
            advised: this.advised, undo: this.undo, incident: this.incident, 'incident-note': this.incidentNote,
            'incident-state': this.incidentState, message: this.message, verify: this.verify, report: this.report,
            action: this.action, propose: this.propose, 'hand-off': this.handOff, artifact: this.artifact,
            everybody: this.everybody, window: this.window, clock: this.clock, lapsed: this.lapsed };
    }

    async create(release, open = false) {
        if (!open) await this.page.getByRole('button', { name: 'New release' }).first().click();
        const dialog = this.page.getByRole('dialog', { name: 'New release' });
        await dialog.getByRole('textbox', { name: /^Your name/ }).fill(this.me);
        await dialog.getByRole('textbox', { name: /^Product/ }).fill(release.product);
        await dialog.getByRole('radio', { name: typeName(release.type) }).click();
        await dialog.getByRole('textbox', { name: /^Version/ }).fill(release.version);
        await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(release.name);
        await dialog.getByRole('button', { name: 'Create release' }).click();
        await dialog.waitFor({ state: 'detached' });
        await this.page.getByRole('heading', { level: 1, name: `${release.product} ${release.version}` }).waitFor();
    }

    async take(step) {
        try {
            await this.become(step.by);
            await this.steps[step.do].call(this, step);
        } catch (error) {
            error.message = `${JSON.stringify(step)}\n${error.message}`;
            throw error;
        }
    }

    // Somebody else sits down at this page.
    async become(name) {
        if (name === this.me) return;
        this.me = name;
        await this.page.getByRole('banner').getByRole('button', { name: /: settings$/ }).click();
        await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
        await this.page.getByRole('textbox', { name: 'Your name' }).press('Enter');
        await this.page.goBack();
        await this.page.getByRole('tablist', { name: 'Sections' }).waitFor();
    }

    async section(name) {
        const tab = this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
        await tab.click();
        assert.equal(await tab.getAttribute('aria-selected'), 'true', `${name} is shown`);
    }

    async assign({ role, person }) {
        await this.section('Overview');
        await this.page.getByRole('main').getByRole('button', { name: 'Roles and people' }).click();
        const dialog = this.page.getByRole('dialog', { name: 'Who does what?' });
        await dialog.getByRole('textbox', { name: `Person for ${roleName(role)}` }).fill(person);
        await dialog.getByRole('button', { name: `Add to ${roleName(role)}` }).click();
        await dialog.getByRole('button', { name: `Remove ${person} from ${roleName(role)}` }).waitFor();
        await dialog.getByRole('button', { name: 'Close' }).click();
        await dialog.waitFor({ state: 'detached' });
    }

    async advance({ to, reason }) {
        if (menuActs[to]) await this.choose('More actions', menuActs[to]);
        else await this.nextStep().getByRole('button', { name: reason ? reasonedActs[to] : acts[to], exact: true }).click();
        if (reason) {
            const dialog = this.page.getByRole('dialog');
            await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
            await this.confirm(dialog, menuActs[to] ?? reasonedActs[to]);
        }
        await this.isIn(to);
    }

    nextStep() { return this.page.getByRole('complementary', { name: 'Next step and people' }); }

    async choose(menu, choice) {
        await this.page.getByRole('button', { name: menu, exact: true }).click();
        await this.page.getByRole('button', { name: choice }).click();
    }

    async isIn(phase) {
        if (phase === 'on-hold') return this.page.getByRole('main').getByText('On hold', { exact: true }).first().waitFor();
        return this.page.getByRole('list', { name: 'Phases' }).getByText(`${phaseName(phase)}, now`, { exact: true }).waitFor();
    }

    // The row of a requirement or checklist item.
    row(item) {
        return this.page.getByRole('main').getByRole('listitem')
            .filter({ has: this.page.getByRole('button', { name: `More for ${itemText(item)}` }) });
    }

    // The button does not act but says what is missing, in the core's words.
    async refused({ to, text }) {
        await this.section('Overview');
        const button = this.nextStep().getByRole('button', { name: acts[to], exact: true });
        await button.click();
        const missing = this.page.getByRole('list', { name: 'What is missing', exact: true });
        await missing.getByText(text, { exact: true }).waitFor();
        await this.page.getByRole('button', { name: 'Why not?' }).click();
        await missing.waitFor({ state: 'detached' });
    }

    async set({ field, value }) {
        const [group, key] = field.split(/\.(.*)/s);
        if (group === 'note') return this.recordResult(key, value);
        const label = group === 'notes' ? named(guide.notes, key).name
            : { 'rollback.plan': 'Rollback plan', 'rollback.last-good': 'Last known-good version',
                'critical-issue': 'Critical issue' }[field];
        await this.section(group === 'notes' ? 'Notes' : 'Overview');
        const box = this.page.getByRole('textbox', { name: label, exact: true });
        await box.fill(value);
        await box.press('Tab');
        assert.equal(await box.inputValue(), value);
        return undefined;
    }

    async recordResult(item, value) {
        assert.equal(item, 'deploy-staging', 'the one item that asks for its result');
        await this.section('Checklist');
        await this.page.getByRole('textbox', { name: 'Smoke test result' }).fill(value);
        await this.page.getByRole('button', { name: 'Record result' }).click();
        await this.page.getByRole('main').getByText(value).waitFor();
    }

    async sign({ item, evidence }) {
        // The post-incident retrospective is signed where it is due.
        await this.section(item === 'post-incident-retro' ? 'Hand-off' : sectionOf(item));
        if (evidence) {
            const dialog = await this.fromMenu(item, 'Add evidence…', 'Which link is the evidence?');
            await dialog.getByRole('textbox', { name: /^Link/ }).fill(evidence);
            await this.confirm(dialog, 'Add evidence');
        }
        const box = this.page.getByRole('checkbox', { name: itemText(item), exact: true });
        if (await box.isChecked()) await box.uncheck(); // to be signed anew
        await box.check();
        assert.equal(await box.isChecked(), true);
    }

    async waive({ item, reason, approver }) {
        await this.section('Readiness');
        const dialog = await this.fromMenu(item, 'Waive…', 'Waive this requirement?');
        await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
        await dialog.getByRole('textbox', { name: /^Approver/ }).fill(approver);
        await this.confirm(dialog, 'Waive it');
        await this.row(item).getByText('Waived', { exact: true }).waitFor();
    }

    async notApplicable({ item, reason }) {
        await this.section(sectionOf(item));
        const dialog = await this.fromMenu(item, 'Not applicable…', 'Does this item not apply?');
        await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
        await this.confirm(dialog, 'Mark not applicable');
        if (isStep(item)) await this.page.getByText(`Not necessary: ${reason}`).waitFor();
        else await this.row(item).getByText('Not applicable', { exact: true }).waitFor();
    }

    async vote({ role, answer, reason }) {
        await this.section('Decision');
        const card = this.page.getByRole('group', { name: roleName(role), exact: true });
        if (answer === 'no-go') {
            await card.getByRole('button', { name: 'No-go', exact: true }).click();
            const dialog = this.page.getByRole('dialog');
            await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
            await this.confirm(dialog, 'Say no-go');
            await card.getByText('No-go', { exact: true }).first().waitFor();
            return;
        }
        await card.getByRole('button', { name: 'Go', exact: true }).click();
        await card.getByText('Go', { exact: true }).waitFor();
    }

    // Said, and not in the way.
    async advised({ text }) {
        await this.section('Overview');
        await this.nextStep().getByText(text).waitFor();
    }

    async window({ start, end, zone, text }) {
        await this.section('Decision');
        const card = this.page.getByRole('group', { name: 'Deployment window', exact: true });
        await card.getByRole('button', { name: 'Set window…' }).click();
        const dialog = this.page.getByRole('dialog', { name: 'When may it be deployed?' });
        await dialog.getByRole('textbox', { name: /^Start/ }).fill(start);
        await dialog.getByRole('textbox', { name: /^End/ }).fill(end);
        await dialog.getByRole('textbox', { name: /^Zone/ }).fill(zone);
        await this.confirm(dialog, 'Set window');
        await card.getByText(text, { exact: true }).waitFor();
    }

    async clock({ at }) {
        await this.page.evaluate((to) => { window.clockAhead += Date.parse(to) - Date.now(); }, at);
    }

    // The go no longer counts, and why; what is missing leads to the card where it can be solved.
    async lapsed({ text }) {
        await this.section('Overview');
        await this.isIn('deciding');
        await this.nextStep().getByText(text).waitFor();
        const why = this.nextStep().getByRole('button', { name: 'Why not?' });
        await why.click();
        await this.page.getByRole('link', { name: /^Go there: The deployment window has passed/ }).click();
        await this.page.getByRole('group', { name: 'Deployment window', exact: true }).getByText('Passed', { exact: true }).waitFor();
        await why.click();
    }

    async undo() {
        await this.choose('More actions', /^Undo my last change/);
        await this.page.getByRole('status').filter({ hasText: /^Taken back/ }).waitFor();
    }

    async incident({ severity, text }) {
        await this.choose('More actions', 'Open incident…');
        const dialog = this.page.getByRole('dialog', { name: 'What is wrong?' });
        await dialog.getByRole('textbox', { name: /^What is wrong/ }).fill(text);
        await dialog.getByRole('combobox', { name: /^Severity/ }).click();
        await this.page.getByRole('option', { name: new RegExp(`^${severity}`) }).click();
        await this.confirm(dialog, 'Open incident');
        await this.page.getByRole('region', { name: 'Incident', exact: true }).getByText(text.slice(1)).waitFor();
    }

    async incidentNote({ text }) {
        await this.page.getByRole('button', { name: 'Add update' }).click();
        const dialog = this.page.getByRole('dialog', { name: 'What happened?' });
        await dialog.getByRole('textbox', { name: /^Update/ }).fill(text);
        await this.confirm(dialog, 'Add update');
        await this.section('Incident');
        await this.page.getByRole('list', { name: 'Timeline' }).getByText(text).waitFor();
    }

    async incidentState({ state }) {
        await this.section('Incident');
        const act = { mitigated: 'Mark mitigated', resolved: 'Resolve incident', open: 'Reopen incident' }[state];
        await this.nextStep().getByRole('button', { name: act, exact: true }).click();
        await this.page.getByRole('heading', { name: new RegExp(`: ${state}$`) }).waitFor();
    }

    async message({ to, text }) {
        await this.section('Incident');
        await this.page.getByRole('textbox', { name: `Message to ${audiences[to]}` }).fill(text);
        await this.page.getByRole('button', { name: `Mark the message to ${audiences[to]} as sent` }).click();
        await this.page.getByRole('list', { name: 'Timeline' }).getByText(`sent a message to ${to}`).waitFor();
    }

    async verify({ version }) {
        await this.section('Incident');
        await this.nextStep().getByText(version, { exact: true }).waitFor();
        await this.nextStep().getByRole('button', { name: 'Verify target live' }).click();
        await this.nextStep().getByText(/^Verified by/).waitFor();
    }

    async report({ part, text }) {
        await this.section('Incident');
        const box = this.page.getByRole('textbox', { name: reportParts[part], exact: true });
        await box.fill(text);
        await box.press('Tab');
        assert.equal(await box.inputValue(), text);
    }

    async action({ text, owner, due }) {
        await this.section('Incident');
        await this.page.getByRole('link', { name: 'Add an action item' }).click();
        const dialog = this.page.getByRole('dialog', { name: 'What is to be done?' });
        await dialog.getByRole('textbox', { name: /^Action item/ }).fill(text);
        await dialog.getByRole('textbox', { name: 'Owner' }).fill(owner);
        await dialog.getByRole('textbox', { name: 'Due' }).fill(due);
        await this.confirm(dialog, 'Add action item');
        await this.page.getByRole('list', { name: 'Action items' }).getByText(text, { exact: true }).waitFor();
    }

    async propose({ action, text }) {
        await this.section('Incident');
        await this.choose(`More for ${action}`, 'Propose a change of the guide…');
        const dialog = this.page.getByRole('dialog', { name: 'What should the guide say?' });
        await dialog.getByRole('textbox', { name: 'Proposed change' }).fill(text);
        await this.confirm(dialog, 'Propose it');
        await this.page.getByRole('list', { name: 'Action items' }).getByText(`Proposed for the guide: ${text}`).waitFor();
    }

    async handOff() {
        await this.section('Hand-off');
        await this.page.getByRole('button', { name: /^Hand off to/ }).click();
        await this.page.getByRole('main').getByText(/^Confirmed/).waitFor();
    }

    async artifact({ kind, none, text }) {
        const name = kind.replaceAll('-', ' ');
        await this.section('Hand-off');
        await this.page.getByRole('button', { name: `${none ? 'No' : 'Attach'} ${name}` }).click();
        const dialog = this.page.getByRole('dialog');
        await dialog.getByRole('textbox').fill(none ?? text);
        await this.confirm(dialog, none ? 'Say there is none' : 'Attach it');
    }

    async everybody() {
        await this.section('Hand-off');
        await this.page.getByRole('button', { name: 'Everybody took part' }).click();
        await this.page.getByRole('main').getByText('Took part', { exact: true }).first().waitFor();
    }

    async fromMenu(item, choice, question) {
        await this.page.getByRole('button', { name: `More for ${itemText(item)}` }).click();
        await this.page.getByRole('button', { name: choice, exact: true }).click();
        const dialog = this.page.getByRole('dialog', { name: question });
        await dialog.waitFor();
        return dialog;
    }

    async confirm(dialog, verb) {
        await dialog.getByRole('button', { name: verb, exact: true }).click();
        await dialog.waitFor({ state: 'detached' });
    }

    async saved() {
        await this.page.getByRole('banner').getByText('Saved', { exact: true }).waitFor();
    }

    // The file that Export gives, as text.
    async exported() {
        const download = this.page.waitForEvent('download');
        await this.page.getByRole('button', { name: 'Export' }).click();
        const file = await download;
        return { name: file.suggestedFilename(), path: await file.path(), text: readFileSync(await file.path(), 'utf8') };
    }

    // Chooses a file and imports what the preview shows of it.
    async importFile(path) {
        await this.chooseFile(path);
        await this.page.getByRole('heading', { level: 1, name: 'Import preview' }).waitFor();
        await this.page.getByRole('button', { name: /^Import \d+ entr/ }).click();
    }

    async chooseFile(path) {
        const chooser = this.page.waitForEvent('filechooser');
        await this.page.getByRole('button', { name: 'Import' }).first().click();
        await (await chooser).setFiles(path);
    }
}
