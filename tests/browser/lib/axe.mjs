// No rule of axe is broken by what is shown.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Contrast is not for axe to see: the elements are transparent, and the canvas behind them is a picture to it. It is
// computed from the themes instead (tests/ui/theme_test.cpp). So a body that is the one that was looked at last, in another
// theme, has the same answer: only the button of the theme has another name.
export async function violationsOf(page) {
    if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe);
    return page.evaluate(async () => {
        const words = document.body.outerHTML.replaceAll(/Use the (dark|light) theme/g, '');
        if (window.lookedAt?.words === words) return window.lookedAt.violations;
        const result = await window.axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } });
        const violations = result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
        window.lookedAt = { words, violations };
        return violations;
    });
}

export async function assertAccessible(page, where) {
    assert.deepEqual(await violationsOf(page), [], where);
}
