// The main journey, and what people do on every page, in WebKit.
import { test } from 'node:test';
import { journey } from '../cli/lib/walk.mjs';
import { useEngine } from './engines/engine.mjs';
import { everyday } from './engines/everyday.mjs';
import { WebKit } from './engines/webkit.mjs';
import { theWholeWay } from './lib/main_journey.mjs';

const desk = useEngine(WebKit);

function deadKey() {
    const { display } = desk;
    display.do('windowfocus', '--sync', display.do('search', '--onlyvisible', '--name', 'Release Desk').split('\n').at(-1));
    display.do('key', '--clearmodifiers', 'dead_acute', 'e');
}

test('in WebKit keys, pointer, wheel and history work as everywhere, and nothing is drawn while nothing happens', async (t) =>
    everyday(t, await desk.open(t), { deadKey }));

test('PU-1 in WebKit a Minor release goes from Draft to Stable, survives a reload, and is the same in a second profile', (t) =>
    theWholeWay(t, desk, journey('minor-release')));
