// A short way through the window by pointer and keyboard: create, tick, close, reopen.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DeskWindow, program } from './lib/desk.mjs';
import { Display, missing } from './lib/display.mjs';

const skip = missing() || false;
const requirement = 'Release readiness review coordinated';

function home(t) {
    const folder = mkdtempSync(join(tmpdir(), 'release-desk-'));
    mkdirSync(join(folder, 'Downloads'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

async function createRelease(desk) {
    await desk.click('button', 'New release');
    await desk.see('dialog', 'New release');
    await desk.fill(/^Your name/, 'Ana');
    await desk.fill(/^Product/, 'Checkout');
    await desk.click('radio', 'Minor');
    await desk.fill(/^Version/, '4.2.0');
    await desk.fill('Name', 'Saved carts');
    await desk.click('button', 'Create release');
    await desk.gone('dialog', 'New release');
    await desk.see('heading', 'Checkout 4.2.0');
}

const checked = (desk, name) => desk.find('checkbox', name)?.states?.includes('checked');
const saved = (desk) => desk.until('"Saved"', () => desk.nodes.some((n) => n.name === 'Saved'));

test('a release is created, ticked, closed and found again', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const data = join(folder, 'data');

    const desk = await DeskWindow.open(t, display, folder, '--data', data);
    await createRelease(desk);
    await desk.click('tab', /^Readiness/);
    await desk.click('checkbox', requirement);
    await desk.until('the tick', () => checked(desk, requirement));
    await saved(desk);
    assert.equal(await desk.close(), 0, desk.messages);
    assert.equal(desk.messages, '');
    assert.ok(readdirSync(data).includes('desk.sqlite'));

    const again = await DeskWindow.open(t, display, folder, '--data', data);
    await again.click('link', /Checkout 4\.2\.0/);
    await again.click('tab', /^Readiness/);
    await again.until('the tick of before', () => checked(again, requirement));
    assert.equal(await again.close(), 0, again.messages);
});

test('without a file dialog an export goes to the downloads, says so, and is a release file', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'));
    await createRelease(desk);
    await desk.click('button', 'Export');
    const said = await desk.until('where it went', () => desk.nodes.find((n) => n.name?.startsWith('Exported to ')));
    const [file] = readdirSync(join(folder, 'Downloads'));
    const path = join(folder, 'Downloads', file);
    assert.equal(said.name, `Exported to ${path}`);
    const status = JSON.parse(execFileSync(process.env.DESK_RELEASECTL, ['show', path, '--json'], { encoding: 'utf8' }));
    assert.deepEqual([status.product, status.version, status.phase], ['Checkout', '4.2.0', 'draft']);
    assert.equal(await desk.close(), 0);

    const other = await DeskWindow.open(t, display, folder, '--data', join(folder, 'other'), path);
    await other.click('button', /^Import \d+ entries$/);
    await other.see('heading', 'Checkout 4.2.0');
    assert.equal(await other.close(), 0);
});

// Stands for the desktop's own dialog: answers what it is told to, and keeps what it was asked.
function fakeDialog(folder, { status, path = '' }) {
    writeFileSync(join(folder, 'zenity'), `#!/bin/sh\necho "$@" >>"${folder}/asked"\necho "${path}"\nexit ${status}\n`,
        { mode: 0o755 });
}

function asked(folder) {
    const path = join(folder, 'asked');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

test('an export counts once its file was written, and not when the dialog was cancelled', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'));
    await createRelease(desk);
    const says = (text) => desk.until(text, () => desk.nodes.find((n) => n.name === text));

    fakeDialog(folder, { status: 1 });
    for (let times = 1; times <= 2; ++times) { // the second dialog comes after the answer to the first
        await desk.click('button', 'Export');
        while (asked(folder).length < times) await new Promise((done) => { setTimeout(done, 20); });
    }
    await desk.click('tab', 'Notes');
    await desk.until('the notes', () => desk.find('tab', 'Notes')?.states?.includes('selected'));
    await says('Never exported');

    const path = join(folder, 'checkout.release.json');
    fakeDialog(folder, { status: 0, path });
    await desk.click('button', 'Export');
    await says(`Exported to ${path}`);
    await says('Exported just now');
    assert.match(asked(folder).at(-1), /--save.*checkout-4\.2\.0\.release\.json/);

    fakeDialog(folder, { status: 0, path: join(folder, 'nowhere', 'checkout.release.json') });
    await desk.click('button', 'Export');
    await desk.until('why not', () => desk.nodes.find((n) => /nowhere.*cannot be written/.test(n.name ?? '')));

    fakeDialog(folder, { status: 5 }); // it gave up by itself
    await desk.click('button', 'Dismiss');
    await desk.click('button', 'Export');
    await says(`Exported to ${join(folder, 'Downloads', 'checkout-4.2.0.release.json')}`);
    assert.equal(await desk.close(), 0);

    fakeDialog(folder, { status: 0, path });
    const other = await DeskWindow.open(t, display, folder, '--data', join(folder, 'other'));
    await other.click('button', 'Import');
    await other.see('heading', 'Import preview');
    await other.click('button', /^Import \d+ entries$/);
    await other.see('heading', 'Checkout 4.2.0');
    assert.equal(await other.close(), 0);
});

test('a file that cannot be read is named with the reason', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    writeFileSync(join(folder, 'broken.release.json'), '{"format":"octoacme-release/1"\n');
    const files = ['broken.release.json', 'nowhere.release.json'].map((name) => join(folder, name));
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'), ...files);
    await desk.see('dialog', 'These files were not imported');
    const words = desk.nodes.map((n) => n.name).join('\n');
    assert.match(words, /^broken\.release\.json$/m);
    assert.match(words, /^Cannot be read: there is no such file or folder\.$/m);
    await desk.click('button', 'Close');
    assert.equal(await desk.close(), 0);
});

test('a store that could not be opened is opened by Load again, once what was wrong is put right', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    writeFileSync(join(folder, 'data'), 'a file in the way');
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data', 'desk'));
    await desk.until('the reason', () => desk.nodes.find((n) => /cannot be made: .*load again/.test(n.name ?? '')));
    rmSync(join(folder, 'data'));
    await desk.click('button', 'Load again');
    await desk.until('the empty desk', () => desk.nodes.find((n) => n.name === 'No releases yet'));
    await createRelease(desk);
    await saved(desk);
    assert.equal(await desk.close(), 0);
    assert.ok(existsSync(join(folder, 'data', 'desk', 'desk.sqlite')));
});

test('after another window had the focus a press of a pointer that rests hits what is under it', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'));
    const other = await DeskWindow.open(t, display, folder, '--data', join(folder, 'other'));
    display.do('windowmove', '--sync', other.window, 1500, 900);
    await desk.click('button', 'Use the dark theme'); // the same place has the way back
    await desk.see('button', 'Use the light theme');
    // Only the focus goes, and comes back; the pointer stays where it is.
    display.do('windowfocus', '--sync', other.window);
    display.do('windowfocus', '--sync', desk.window);
    display.do('click', 1);
    await desk.see('button', 'Use the dark theme');
    assert.equal(await desk.close(), 0);
});

test('two windows on one store see each other and stand beside each other, and an idle one costs nothing', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const data = join(folder, 'data');
    mkdirSync(data);
    const left = { x: 60, y: 50, width: 1200, height: 780, maximized: false };
    writeFileSync(join(data, 'window.json'), JSON.stringify(left));
    const one = await DeskWindow.open(t, display, folder, '--data', data);
    await createRelease(one);
    await one.click('tab', /^Readiness/);
    await saved(one);
    const other = await DeskWindow.open(t, display, folder, '--data', data);
    const [{ x, y }, beside] = [one, other].map(({ window }) => display.geometry(window));
    assert.deepEqual([x, y, beside.x, beside.y], [60, 50, 92, 82]);
    await other.click('link', /Checkout 4\.2\.0/);
    await other.click('tab', /^Readiness/);
    await other.click('checkbox', requirement);
    await one.until('the tick of the other window', () => checked(one, requirement));
    assert.equal(await other.close(), 0);
    assert.deepEqual(JSON.parse(readFileSync(join(data, 'window.json'), 'utf8')), left, 'the next one does not come up further on');

    await new Promise((done) => setTimeout(done, 2000)); // what the last event started has ended
    const before = one.cpuSeconds();
    await new Promise((done) => setTimeout(done, 3000));
    const spent = one.cpuSeconds() - before;
    t.diagnostic(`CPU of 3 idle seconds: ${(spent * 1000).toFixed(0)} ms`);
    assert.ok(spent < 0.15, `${spent} s of CPU in 3 idle seconds`);
    assert.equal(await one.close(), 0);
});

test('a store that goes while the window is open is told; what was done can be exported, and is not left without a word', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const data = join(folder, 'data');
    const desk = await DeskWindow.open(t, display, folder, '--data', data);
    await createRelease(desk);
    await saved(desk);
    rmSync(data, { recursive: true });
    await desk.click('tab', /^Readiness/);
    await desk.click('checkbox', requirement);
    await desk.until('the reason', () => desk.nodes.find((n) => /^Not saved\. .*desk\.sqlite.* try again\.$/.test(n.name ?? '')));
    await desk.click('button', 'Export now');
    await desk.until('the file', () => readdirSync(join(folder, 'Downloads')).length > 0);
    const [file] = readdirSync(join(folder, 'Downloads'));
    const log = execFileSync(process.env.DESK_RELEASECTL, ['log', join(folder, 'Downloads', file)], { encoding: 'utf8' });
    assert.match(log, new RegExp(requirement));
    assert.ok(!existsSync(data), 'it is not made anew: that would hide the loss');
    desk.close();
    await desk.until('the warning', () => /^Not everything is saved\..*export the release/.test(desk.notice));
    assert.equal(await desk.close(), 0);
});

test('a file of another program in the place of the store is left as it is, and told with the way on', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'desk.sqlite'), 'Somebody keeps a letter under this name, and it is no database at all.');
    const desk = await DeskWindow.open(t, display, folder, '--data', data);
    await desk.until('the reason', () => desk.nodes.find((n) => /is not a file of Release Desk\. Nothing was changed\. Move it elsewhere/.test(n.name ?? '')));
    assert.match(readFileSync(join(data, 'desk.sqlite'), 'utf8'), /^Somebody keeps a letter/);
    rmSync(join(data, 'desk.sqlite'));
    await desk.click('button', 'Load again');
    await desk.until('the empty desk', () => desk.nodes.find((n) => n.name === 'No releases yet'));
    assert.equal(await desk.close(), 0);
});

test('a display without OpenGL is told, with what to do', { skip }, async (t) => {
    const display = await Display.open(t, { more: ['-extension', 'GLX'] });
    const folder = home(t);
    const { status, stderr } = spawnSync(program, ['--data', join(folder, 'data')], { env: { ...display.env, HOME: folder }, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^Release Desk needs OpenGL 3\.0, and this display does not offer it\. Update the graphics driver, or use `releasectl`/);
    assert.equal(stderr.trim().split('\n').length, 1);
});

test('without a display it says what to do', (t) => {
    const folder = home(t);
    const env = { PATH: process.env.PATH, HOME: folder };
    const { status, stdout, stderr } = spawnSync(program, ['--data', join(folder, 'data')], { env, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^Release Desk needs a display, and there is none\. .*releasectl/);
    assert.equal(stderr.trim().split('\n').length, 1);
    assert.match(spawnSync(program, ['--version'], { env, encoding: 'utf8' }).stdout, /^release-desk \d/);
    assert.match(spawnSync(program, ['--help'], { env, encoding: 'utf8' }).stdout, /--semantics FILE/);
});

test('keys find and lead as on the page: the palette, two keys for a place, the list of keys', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'));
    const key = (...keys) => display.do('key', '--clearmodifiers', ...keys);
    key('ctrl+k');
    await desk.see('dialog', 'What are you looking for?');
    display.do('type', '--clearmodifiers', '--delay', 5, 'calen');
    await desk.until('Calendar marked', () => desk.find('option', 'Calendar')?.states?.includes('selected'));
    key('Return');
    await desk.see('heading', 'Calendar');
    key('g', 'm');
    await desk.see('heading', 'My work');
    key('question');
    await desk.see('dialog', 'Which keys are there?');
    key('Escape');
    await desk.gone('dialog', 'Which keys are there?');
    key('slash');
    await desk.see('dialog', 'What are you looking for?');
    assert.equal(desk.find('textbox', 'Search').value, undefined, 'the key itself is not written');
    key('Escape');
    await desk.gone('dialog', 'What are you looking for?');
    assert.equal(await desk.close(), 0, desk.messages);
});
