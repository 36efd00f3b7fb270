// A display that nobody looks at (Xvfb), and the pointer and keyboard on it (xdotool).
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { X11 } from './x11.mjs';

const there = (program) => spawnSync('sh', ['-c', `command -v "$1"`, 'sh', program]).status === 0;

// Why windows cannot be tested here, or nothing.
export function missing() {
    const programs = ['Xvfb', 'xdotool'].filter((program) => !there(program));
    return programs.length > 0 ? `${programs.join(' and ')} not installed: scripts/test installs what tests need` : '';
}

export class Display {
    // `density`: device pixels of a CSS pixel, as the desktop's settings say it. `more`: arguments of the X server.
    static async open(test, { density = 1, more = [] } = {}) {
        const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', ...more],
            { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
        test.after(() => { server.kill(); });
        const number = await new Promise((done, failed) => {
            server.on('error', failed);
            server.on('exit', (status) => failed(new Error(`Xvfb ended with ${status}`)));
            let text = '';
            server.stdio[3].on('data', (bytes) => { if ((text += bytes).includes('\n')) done(text.trim()); });
        });
        server.removeAllListeners('exit');
        const x11 = await X11.open(test, `:${number}`);
        if (density !== 1) x11.setResources({ 'Xft.dpi': 96 * density });
        return new Display(`:${number}`, x11);
    }

    constructor(name, x11) {
        this.x11 = x11;
        this.env = { ...process.env, DISPLAY: name, LIBGL_ALWAYS_SOFTWARE: '1' };
    }

    do(...args) { return execFileSync('xdotool', args.map(String), { env: this.env, encoding: 'utf8' }).trim(); }

    // Of a window: x, y, width, height.
    geometry(window) {
        return Object.fromEntries(this.do('getwindowgeometry', '--shell', window).split('\n')
            .map((line) => line.split('=')).map(([key, value]) => [key.toLowerCase(), Number(value)]));
    }
}
