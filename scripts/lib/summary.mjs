// Counts what the tests did:  node summary.mjs RESULTS.xml...
//
// Reads the JUnit files of ctest. A program that says itself how many cases it ran (doctest, node --test) counts with
// these, any other as one. A program that fails without naming a failed case counts as one failure more. The last line
// is "N passed, N failed", and the exit status 1 if anything failed or nothing ran.
import { readFileSync } from 'node:fs';

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const plain = (text) => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name) => entities[name]);

// doctest: "test cases: 3 | 2 passed | 1 failed | 0 skipped"; node --test: "ℹ pass 3", or "# pass 3".
function cases(output) {
    const counts = { passed: 0, failed: 0 };
    for (const [, passed, failed] of output.matchAll(/test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed/g)) {
        counts.passed += Number(passed);
        counts.failed += Number(failed);
    }
    for (const [, word, number] of output.matchAll(/^(?:#|ℹ) (pass|fail|cancelled) (\d+)$/gm)) {
        counts[word === 'pass' ? 'passed' : 'failed'] += Number(number);
    }
    return counts;
}

const total = { passed: 0, failed: 0 };
for (const path of process.argv.slice(2)) {
    const matches = readFileSync(path, 'utf8').matchAll(/<testcase name="([^"]*)"[^>]*status="([^"]*)"[^>]*>([^]*?)<\/testcase>/g);
    for (const [, name, status, body] of matches) {
        const good = status === 'run' || status === 'passed';
        const counts = cases(plain(body));
        if (good && counts.passed + counts.failed === 0) counts.passed = 1;
        if (!good && counts.failed === 0) counts.failed = 1;
        total.passed += counts.passed;
        total.failed += counts.failed;
        if (!good) console.error(`failed: ${plain(name)}`);
        const [size] = (name === 'site.size' && body.match(/\d+(?= in all)/)) || [];
        if (size) console.error(`${size} bytes to first use, by brotli`);
    }
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
