// Walks a journey (tests/journey/*.json) on the page as a person would: by roles and names alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const here = (path) => new URL(path, import.meta.url);
const guide = JSON.parse(readFileSync(here('../../../core/guide/octoacme.json'), 'utf8'));
export const journey = (name) => JSON.parse(readFileSync(here(`../../journey/${name}.json`), 'utf8'));

const named = (list, key) => list.find((one) => one.key === key);
const roleName = (key) => named(guide.roles, key).name;
const typeName = (key) => named(guide.types, key).name;
const itemText = (key) => named([...guide.requirements, ...guide.checklist], key).text;
const isRequirement = (key) => Boolean(named(guide.requirements, key));

// What the button of a phase says, and how the phase is called.
const acts = {
    preparing: 'Start preparing', staging: 'Start staging', deciding: 'Start deciding', approved: 'Record go',
    deploying: 'Start deploying', monitoring: 'Start monitoring', stable: 'Confirm stable',
};
const phaseName = (key) => key[0].toUpperCase() + key.slice(1);

export class Walk {
    constructor(page, manager) {
        this.page = page;
        this.me = manager;
        this.steps = { assign: this.assign, advance: this.advance, refused: this.refused, set: this.set, sign: this.sign,
            waive: this.waive, vote: this.vote, 'not-applicable': this.notApplicable };
    }

    async create(release) {
        await this.page.getByRole('button', { name: 'New release' }).first().click();
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
        await this.become(step.by);
        await this.steps[step.do].call(this, step);
    }

    // Somebody else sits down at this page.
    async become(name) {
        if (name === this.me) return;
        this.me = name;
        await this.page.getByRole('navigation', { name: 'Places' }).getByText('Settings').click();
        await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
        await this.page.getByRole('button', { name: 'Use this name' }).click();
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

    async advance({ to }) {
        await this.page.getByRole('button', { name: acts[to], exact: true }).click();
        await this.isIn(to);
    }

    async isIn(phase) {
        await this.page.getByRole('list', { name: 'Phases' }).getByText(`${phaseName(phase)}, now`, { exact: true }).waitFor();
    }

    // The row of a requirement or checklist item.
    row(item) {
        return this.page.getByRole('main').getByRole('listitem')
            .filter({ has: this.page.getByRole('button', { name: `More for ${itemText(item)}` }) });
    }

    // The button does not act but says what is missing, in the core's words.
    async refused({ to, text }) {
        await this.section('Overview');
        const button = this.page.getByRole('button', { name: acts[to], exact: true });
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
            : { 'rollback.plan': 'Rollback plan', 'rollback.last-good': 'Last known-good version' }[field];
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
        await this.section(isRequirement(item) ? 'Readiness' : 'Checklist');
        if (evidence) {
            const dialog = await this.fromMenu(item, 'Add evidence…', 'Which link is the evidence?');
            await dialog.getByRole('textbox', { name: /^Link/ }).fill(evidence);
            await this.confirm(dialog, 'Add evidence');
        }
        const box = this.page.getByRole('checkbox', { name: itemText(item), exact: true });
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
        await this.section('Checklist');
        const dialog = await this.fromMenu(item, 'Not applicable…', 'Does this item not apply?');
        await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
        await this.confirm(dialog, 'Mark not applicable');
        await this.row(item).getByText('Not applicable', { exact: true }).waitFor();
    }

    async vote({ role, answer }) {
        assert.equal(answer, 'go');
        await this.section('Decision');
        const card = this.page.getByRole('group', { name: roleName(role), exact: true });
        await card.getByRole('button', { name: 'Go', exact: true }).click();
        await card.getByText('Go', { exact: true }).waitFor();
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

    async importFile(path) {
        const chooser = this.page.waitForEvent('filechooser');
        await this.page.getByRole('button', { name: 'Import' }).first().click();
        await (await chooser).setFiles(path);
    }
}
