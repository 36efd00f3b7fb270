// How tests and scripts start Chromium without a screen. CHROMIUM names another browser than what is on PATH.
import { execFileSync } from 'node:child_process';

const whole = ['chromium', 'chromium-browser', 'google-chrome'];

function onPath(names) {
    for (const name of names) {
        try {
            return execFileSync('which', [name], { encoding: 'utf8' }).trim();
        } catch {
            // the next one
        }
    }
    throw new Error(`None of these is on PATH: ${names.join(', ')}. Install the package "chromium" or set CHROMIUM.`);
}

// What Playwright's launch wants. asPeopleHaveIt: the whole browser; otherwise its headless shell, if there is one:
// the same engine without windows, tabs and their pictures, which starts and draws faster.
// pictures: false where nothing looks at pixels. Everything goes on as ever, down to the shaders that the driver checks and
// the animation frames that follow, but what then would only colour pixels is left out: half of all the work.
export const chromiumOptions = ({ asPeopleHaveIt = false, pictures = true } = {}) => ({
    executablePath: process.env.CHROMIUM ?? onPath(asPeopleHaveIt ? whole : ['chromium-headless-shell', ...whole]),
    // No sandbox: tests run as root in containers.
    args: [
        '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
        '--disable-sync', '--use-gl=angle', '--use-angle=gl-egl', '--ignore-gpu-blocklist',
    ],
    // Mesa draws, the same pictures with and without a graphics card, in half the time of Chromium's own SwiftShader.
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', EGL_PLATFORM: 'surfaceless', ...(pictures ? {} : { GALLIUM_NOOP: '1' }) },
});
