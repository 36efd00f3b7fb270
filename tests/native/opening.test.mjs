// What the window is asked to open, and how it stands on the desktop: links, dropped files, title, icon, place, sizes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { DeskWindow, program } from './lib/desk.mjs';
import { Display, missing } from './lib/display.mjs';

const skip = missing() || false;

function home(t) {
    const folder = mkdtempSync(join(tmpdir(), 'release-desk-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}

function releaseFile(folder, product, name = 'Saved carts') {
    const path = join(folder, `${product.toLowerCase()} 4.2.0.release.json`);
    execFileSync(process.env.DESK_RELEASECTL, ['new', '--product', product, '--version', '4.2.0', '--type', 'minor',
        '--name', name, '--by', 'Ana', '-o', path]);
    return path;
}

const idIn = (path) => JSON.parse(execFileSync(process.env.DESK_RELEASECTL, ['show', path, '--json'], { encoding: 'utf8' })).release;
const shareLink = (bytes) => `https://desk.example/app/#/share/${deflateSync(bytes).toString('base64url')}`;
const selected = (desk, tab) => desk.until(`the tab ${tab}`, () => desk.find('tab', tab)?.states?.includes('selected'));

test('links lead to a place, to a release that they carry, and dropped files are imported', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const data = join(folder, 'data');
    const checkout = releaseFile(folder, 'Checkout', 'Saved carts 🚀 李');

    mkdirSync(data); // it was left on a large monitor that has gone
    writeFileSync(join(data, 'window.json'), '{"x":5000,"y":2000,"width":3000,"height":700,"maximized":false}');

    const first = await DeskWindow.open(t, display, folder, '--data', data, shareLink(readFileSync(checkout)));
    await first.see('heading', 'Import preview');
    await first.click('button', /^Import \d+ entries$/);
    await first.see('heading', 'Checkout 4.2.0');
    assert.match(display.do('getwindowname', first.window), /^Checkout 4\.2\.0/);

    const search = releaseFile(folder, 'Search');
    const { x, y, width: broad, height: high } = display.geometry(first.window);
    assert.ok(x < 1600 && y < 1000, `it is at ${x}, ${y}`);
    assert.deepEqual([broad, high], [1600, 700]);
    await display.x11.drop(Number(first.window), [pathToFileURL(search).href], x + 300, y + 300);
    await first.see('heading', 'Import preview');
    await first.until('the dropped file', () => first.nodes.some((n) => n.name?.includes('search 4.2.0.release.json')));

    const icons = await display.x11.property(Number(first.window), '_NET_WM_ICON');
    const sides = [];
    for (let at = 0; at < icons.length; at += 2 + icons[at] * icons[at + 1]) sides.push(icons[at]);
    assert.deepEqual(sides, [16, 32, 48, 128]);
    assert.equal((icons[2 + 8] >>> 24), 255, 'its upper edge is opaque');
    assert.match(String(await display.x11.property(Number(first.window), 'WM_CLASS')), /org\.octoacme\.ReleaseDesk/);
    assert.equal(await first.close(), 0, first.messages);

    // Where it stands and what it shows come back; a place may be named by the page's whole address.
    const second = await DeskWindow.open(t, display, folder, '--data', data, `https://desk.example/#/release/${idIn(checkout)}/checklist`);
    await selected(second, /^Checklist/);
    display.do('windowsize', '--sync', second.window, 1100, 700);
    display.do('windowmove', '--sync', second.window, 210, 120);
    await second.until('the new size', () => second.nodes.some((n) => n.role === 'banner' && n.box[0] + n.box[2] === 1100));
    assert.equal(await second.close(), 0, second.messages);

    const broken = shareLink(readFileSync(checkout)).slice(0, -9);
    const huge = shareLink(Buffer.alloc(65 << 20, ' ')); // more than a file may have
    const third = await DeskWindow.open(t, display, folder, '--data', data, broken, huge);
    await third.see('dialog', 'These files were not imported');
    const words = third.nodes.map((n) => n.name).join('\n');
    assert.match(words, /The link is not complete/);
    assert.match(words, /64 MB/);
    const { x: left, y: top, width, height } = display.geometry(third.window);
    assert.deepEqual([left, top, width, height], [210, 120, 1100, 700]);
    assert.equal(await third.close(), 0, third.messages);
});

test('arguments that are no place and no file are refused before there is a window', (t) => {
    const folder = home(t);
    const told = (...args) => {
        const { status, stderr } = spawnSync(program, args, { env: { HOME: folder }, encoding: 'utf8' });
        assert.equal(status, 2);
        return stderr;
    };
    assert.match(told('https://desk.example/'), /leads to no place of Release Desk/);
    assert.match(told('#/my-work', '#/guide'), /One window shows one place/);
});

test('on a display of twice the density everything is twice as large, and a small window stays usable', { skip }, async (t) => {
    const display = await Display.open(t, { density: 2 });
    const folder = home(t);
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'));
    const { width, height } = display.geometry(desk.window);
    assert.deepEqual([width, height], [1600, 1000], 'twice 1280 × 800 does not fit: all of the screen');
    const { box } = await desk.see('button', 'New release');
    assert.equal(box[3], 64);
    // WM_NORMAL_HINTS, ICCCM 4.1.2.3: the least width and height follow flags and four unused words.
    const hints = await display.x11.property(Number(desk.window), 'WM_NORMAL_HINTS');
    assert.deepEqual(hints.slice(5, 7), [720, 960]);
    assert.equal(await desk.close(), 0, desk.messages);
});

test('the window takes the theme of the desktop, and follows when it changes', { skip }, async (t) => {
    const display = await Display.open(t);
    const folder = home(t);
    const news = join(folder, 'news');
    writeFileSync(news, '');
    // Stands for the desktop's portal: dark at first; what is written to `news` is what it tells later.
    writeFileSync(join(folder, 'gdbus'), `#!/bin/sh
case "$1 $*" in
call*ReadAll*org.freedesktop.appearance*) echo "({'org.freedesktop.appearance': {'contrast': <uint32 0>, 'color-scheme': <uint32 1>}},)" ;;
monitor*) exec /usr/bin/tail -n +1 -f '${news}' ;;
esac
`, { mode: 0o755 });
    const desk = await DeskWindow.open(t, display, folder, '--data', join(folder, 'data'));
    await desk.see('button', 'Use the light theme');
    const tell = (value) => appendFileSync(news, '/org/freedesktop/portal/desktop: org.freedesktop.portal.Settings.' +
        `SettingChanged ('org.freedesktop.appearance', 'color-scheme', <uint32 ${value}>)\n`);
    tell(2);
    await desk.see('button', 'Use the dark theme');
    tell(1);
    await desk.see('button', 'Use the light theme');
    assert.equal(await desk.close(), 0, desk.messages);
});
