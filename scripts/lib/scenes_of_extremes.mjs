// What names and lists do to a layout that nobody had in mind: pictures of releases made by the command line.
import { readFileSync, writeFileSync } from 'node:fs';
import { Walk } from '../../tests/browser/lib/walk.mjs';
import { place, withFiles } from './scenes_of_files.mjs';

const guide = JSON.parse(readFileSync(new URL('../../core/guide/octoacme.json', import.meta.url), 'utf8'));

// Names of 200 characters without a place to break, in two scripts, and a checklist of 200 items.
function extremeReleases(line) {
    const latin = 'Checkoutwithsavedcarts'.repeat(10).slice(0, 200);
    const han = '保存されたカートと決済プラットフォーム'.repeat(11).slice(0, 200);
    const items = Array.from({ length: 200 }, (none, index) => ({
        key: `step-${index}`, text: index % 20 === 7 ? `${latin} ${han}` : `Step ${index} of the long way to production`,
        owners: index % 3 === 0 ? ['release-manager', 'developers'] : ['qa'],
        stage: index < 150 ? 'before-production' : index === 150 ? 'production' : 'after-production',
    }));
    const long = { ...guide, title: 'A long guide', checklist: [...guide.checklist, ...items] };
    writeFileSync(line.path('long-guide.json'), JSON.stringify(long));
    const make = (file, product, name, ...more) => {
        line.act(latin, 'new', '--product', product, '--version', '1.0.0', '--type', 'minor', '--name', name, '-o', file, ...more);
        line.act(latin, 'assign', file, 'qa', han);
        line.act(latin, 'set', file, 'notes.summary', `${latin}\n\n${han}`);
        return file;
    };
    return [make('latin.release.json', latin, latin, '--guide', 'long-guide.json'), make('han.release.json', han, han)];
}

export async function extremes(open, picture, now) {
    const page = await withFiles(open, now, extremeReleases);
    await picture(page, 'extreme-releases');
    for (const product of ['Checkout', '保存']) {
        await page.getByRole('link', { name: new RegExp(`^${product}`) }).first().click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        const walk = new Walk(page, '');
        for (const section of ['Overview', 'Readiness', 'Checklist', 'Decision', 'Notes', 'History']) {
            await walk.section(section);
            await picture(page, `extreme-${product === 'Checkout' ? 'latin' : 'han'}-${section.toLowerCase()}`);
        }
        await place(page, 'Releases');
    }
    for (const name of ['My work', 'Calendar', 'Guide']) {
        await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: new RegExp(`^${name}`) }).click();
        await picture(page, `extreme-${name.toLowerCase().replace(' ', '-')}`);
    }
    await page.context().close();
}
