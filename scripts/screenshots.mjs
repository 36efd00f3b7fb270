// Takes the pictures of the documentation from the built site: `node scripts/screenshots.mjs SITE FOLDER`.
// It walks the journey of the tests until something is to be seen in each section, in both themes and three widths.
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { Walk, journey } from '../tests/browser/lib/walk.mjs';
import { serve } from './serve.mjs';

const [folder, target] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const site = await serve(folder, { port: 0 });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader', '--disable-background-networking'] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
const quiet = () => page.waitForFunction(() => window.releaseDesk.frames.idle, null, { timeout: 20_000 });

async function picture(name) {
    await page.mouse.move(0, 0);
    await quiet();
    await page.screenshot({ path: `${target}/${name}.png` });
}

await page.goto(site.url);
await page.evaluate(() => window.releaseDesk.ready);
const plan = journey('minor-release');
const walk = new Walk(page, plan.manager);
await walk.create(plan.release);
for (const step of plan.steps) {
    await walk.take(step);
    if (step.do === 'waive') {
        await walk.become('Ana');
        await walk.section('Readiness');
        await page.getByRole('button', { name: 'Why not?' }).click();
        await picture('readiness-light');
        await page.getByRole('button', { name: 'Use the dark theme' }).click();
        await picture('readiness-dark');
        await page.setViewportSize({ width: 390, height: 844 });
        await picture('readiness-phone');
        await page.setViewportSize({ width: 900, height: 800 });
        await picture('readiness-tablet');
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.getByRole('button', { name: 'Use the light theme' }).click();
        await page.getByRole('button', { name: 'Why not?' }).click();
    }
    if (step.do === 'vote' && step.role === 'support-lead') await picture('decision-light');
    if (step.do === 'advance' && step.to === 'deploying') {
        await walk.section('Checklist');
        await picture('checklist-light');
        await walk.section('Notes');
        await picture('notes-light');
        await page.getByRole('navigation', { name: 'Places' }).getByText('Releases').click();
        await picture('releases-light');
        await page.goBack();
    }
}
await browser.close();
await site.close();
