// What is installed, and the Debian package of it: made of what this build holds, unpacked and run from there.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DeskWindow, program } from './lib/desk.mjs';
import { Display, missing } from './lib/display.mjs';

const has = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
const needed = ['cpack', 'dpkg-deb', 'dpkg-shlibdeps', 'desktop-file-validate', 'update-mime-database', 'appstreamcli', 'man'];
const lacking = needed.filter((name) => !has(name));
const skip = missing() || (lacking.length > 0 && `${lacking.join(', ')} not installed: scripts/test installs what tests need`);

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const id = 'org.octoacme.ReleaseDesk';
const contents = [
    'bin/release-desk', 'bin/releasectl',
    `share/applications/${id}.desktop`,
    'share/bash-completion/completions/releasectl', 'share/fish/vendor_completions.d/releasectl.fish',
    'share/zsh/site-functions/_releasectl',
    ...['CHANGELOG.md', 'README.md', 'changelog.gz', 'copyright'].map((name) => `share/doc/release-desk/${name}`),
    ...readdirSync('docs').map((name) => `share/doc/release-desk/docs/${name}`),
    `share/icons/hicolor/scalable/apps/${id}.svg`,
    'share/man/man1/release-desk.1.gz', 'share/man/man1/releasectl.1.gz',
    `share/metainfo/${id}.metainfo.xml`, `share/mime/packages/${id}.xml`,
    ...['guide', 'release', 'status', 'workspace'].map((name) => `share/release-desk/schema/${name}.schema.json`),
];

test('the Debian package holds the programs and all that belongs to them, and they run from it', { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'release-desk-package-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const build = dirname(dirname(program));
    run('cpack', '--config', join(build, 'CPackConfig.cmake'), '-B', folder);
    const [name] = readdirSync(folder).filter((one) => one.endsWith('.deb'));
    assert.match(name, /^release-desk_\d+\.\d+\.\d+_\w+\.deb$/);
    const root = join(folder, 'root'), usr = join(root, 'usr');
    const field = (key) => run('dpkg-deb', '--field', join(folder, name), key);
    run('dpkg-deb', '--extract', join(folder, name), root);

    const files = readdirSync(usr, { recursive: true }).filter((path) => statSync(join(usr, path)).isFile());
    assert.deepEqual(files.sort(), contents.sort());
    for (const path of files) assert.ok(statSync(join(usr, path)).size > 0, path);
    for (const library of ['libc6', 'libfontconfig1', 'libfreetype6', 'libglfw3', 'libsqlite3-0', 'tzdata', 'zlib1g'])
        assert.match(field('Depends'), new RegExp(`(^|, )${library}( |,|$)`, 'm'));
    assert.match(field('Description'), /^run releases .*\n .*release-desk/s);
    assert.equal(field('Section'), 'utils\n');

    await t.test('desktop entry, file types, software centre and manuals are well-formed', () => {
        assert.equal(run('desktop-file-validate', join(usr, `share/applications/${id}.desktop`)), '');
        run('appstreamcli', 'validate', '--no-net', join(usr, `share/metainfo/${id}.metainfo.xml`));
        run('update-mime-database', join(usr, 'share/mime'));
        const globs = readFileSync(join(usr, 'share/mime/globs2'), 'utf8');
        assert.match(globs, /:application\/vnd\.octoacme\.release\+json:\*\.release\.json$/m);
        assert.match(globs, /:application\/vnd\.octoacme\.workspace\+json:\*\.workspace\.json$/m);
        for (const page of ['release-desk.1.gz', 'releasectl.1.gz']) {
            const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', join(usr, 'share/man/man1', page)],
                { encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MANPAGER: 'cat' } });
            assert.equal(stderr, '', page);
            assert.match(stdout, /^SYNOPSIS$/m, page);
        }
    });

    await t.test('the manual of the window names every flag that it takes', () => {
        const manual = gunzipSync(readFileSync(join(usr, 'share/man/man1/release-desk.1.gz'))).toString().replaceAll('\\-', '-');
        const help = run(join(usr, 'bin/release-desk'), '--help');
        const flags = [...help.matchAll(/^ +(?:-\w,)?(--[\w-]+)/gm)].map(([, flag]) => flag);
        assert.ok(flags.length >= 4, help);
        for (const flag of flags) assert.ok(manual.includes(flag), flag);
    });

    await t.test('the window opens a file that the command line wrote', async (u) => {
        const release = join(folder, 'saved carts 李.release.json');
        run(join(usr, 'bin/releasectl'), 'new', '--product', 'Checkout', '--version', '4.2.0', '--type', 'minor', '--name',
            'Saved carts', '--by', 'Ana', '-o', release);
        const display = await Display.open(u);
        const desk = await DeskWindow.start(join(usr, 'bin/release-desk'), u, display, folder, '--data', join(folder, 'data'), pathToFileURL(release).href); // as a desktop entry is given it
        await desk.see('heading', 'Import preview');
        await desk.until('the file by its name', () => desk.nodes.some((n) => n.name?.includes('saved carts 李.release.json')));
        assert.equal(await desk.close(), 0, desk.messages);
    });
});
