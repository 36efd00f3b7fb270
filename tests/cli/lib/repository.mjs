// A git repository in a desk's folder, untouched by what the user has configured.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

export class Repository {
    constructor(desk, name = '.') {
        this.folder = desk.path(name);
        this.env = { PATH: process.env.PATH, HOME: desk.folder, LC_ALL: 'C', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
        for (const who of ['AUTHOR', 'COMMITTER']) Object.assign(this.env, { [`GIT_${who}_NAME`]: 'Ana', [`GIT_${who}_EMAIL`]: 'ana@example.org' });
    }

    run(...args) {
        const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: this.folder, env: this.env, encoding: 'utf8' });
        if (error) throw error;
        return { status, stdout, stderr };
    }

    git(...args) {
        const { status, stdout, stderr } = this.run(...args);
        assert.equal(status, 0, `git ${args.join(' ')}\n${stdout}${stderr}`);
        return stdout;
    }

    // The repository as a team has it: with the lines of the README in .gitattributes.
    begin() {
        this.git('init', '--quiet', '--initial-branch=main');
        writeFileSync(`${this.folder}/.gitattributes`, attributes);
    }

    commit(message) {
        this.git('add', '--all');
        this.git('commit', '--quiet', '--message', message);
    }
}

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

// A block of the README's section about git, by a line that it holds.
export function readmeBlock(line) {
    const section = readme.split('\n## In git\n')[1].split('\n## ')[0];
    const block = section.split('```').filter((_, i) => i % 2 === 1).find((text) => text.includes(line));
    assert.ok(block, `the README has no block with: ${line}`);
    return block.slice(block.indexOf('\n') + 1);
}

export const attributes = readmeBlock('merge=union');
