// Runs the command line, in a folder of its own that goes away with the test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const program = process.env.DESK_RELEASECTL ?? 'build/native/bin/releasectl';

export class Desk {
    constructor(test, { at = '2026-11-25T12:00:00Z' } = {}) {
        this.folder = mkdtempSync(join(tmpdir(), 'releasectl-'));
        this.at = at;
        test.after(() => rmSync(this.folder, { recursive: true, force: true }));
    }

    path(name) { return join(this.folder, name); }

    // What a command says and how it ends. `by` acts; `input` is its stdin.
    run(args, { by, input = '' } = {}) {
        const env = { PATH: process.env.PATH, ...(by ? { RELEASECTL_BY: by } : {}) };
        const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: this.folder, input, env, encoding: 'utf8' });
        if (error) throw error;
        return { status, stdout, stderr };
    }

    // A change at the time of this desk; it must be done.
    act(by, ...args) {
        const result = this.run([...args, '--at', this.at], { by });
        assert.equal(result.status, 0, `${args.join(' ')}\n${result.stderr}`);
        return result;
    }

    // A change that must be refused, with exactly these things missing.
    refused(by, args, missing) {
        const result = this.run([...args, '--at', this.at, '--json'], { by });
        assert.equal(result.status, 1, `${args.join(' ')} should be refused\n${result.stdout}${result.stderr}`);
        const { done, blockers } = JSON.parse(result.stdout);
        assert.equal(done, false);
        assert.deepEqual(blockers.map((one) => one.text), missing);
        for (const { text } of blockers) assert.ok(result.stderr.includes(text), `stderr leaves out: ${text}`);
        return result;
    }

    create(name = 'a.release.json', by = 'Ana', version = '4.2.0') {
        this.act(by, 'new', '--product', 'Checkout', '--version', version, '--type', 'minor', '--name', 'Saved carts', '-o', name);
        return name;
    }

    status(name) { return JSON.parse(this.act('', 'show', name, '--json').stdout); }
}
