// What the program says of itself: every command and act, with its help.
import assert from 'node:assert/strict';

const listed = (help, title) => (help.split(`\n${title}:\n`)[1] ?? '').split('\n\n')[0].split('\n')
    .filter((line) => /^ {2}\S/.test(line)).map((line) => line.trim().split(/\s/)[0]);

// [{path: ['incident', 'open'], help}], commands before their acts.
export function commandsOf(desk) {
    const helpOf = (path) => {
        const { status, stdout, stderr } = desk.run([...path, '--help']);
        assert.equal(status, 0, path.join(' '));
        assert.equal(stderr, '');
        return stdout;
    };
    return listed(helpOf([]), 'Commands').flatMap((command) => {
        const help = helpOf([command]);
        const acts = listed(help, 'Acts').map((act) => ({ path: [command, act], help: helpOf([command, 'FILE', act]) }));
        return [{ path: [command], help }, ...acts];
    });
}

export const exampleIn = (help) => help.split('\nExample:\n')[1]?.trim() ?? '';
