// The main journey, and what people do on every page, in Firefox.
import { test } from 'node:test';
import { journey } from '../cli/lib/walk.mjs';
import { useEngine } from './engines/engine.mjs';
import { everyday } from './engines/everyday.mjs';
import { Firefox } from './engines/firefox.mjs';
import { theWholeWay } from './lib/main_journey.mjs';

const desk = useEngine(Firefox);

test('in Firefox keys, pointer, wheel and history work as everywhere, and nothing is drawn while nothing happens', async (t) =>
    everyday(t, await desk.open(t)));

test('PU-1 in Firefox a Minor release goes from Draft to Stable, survives a reload, and is the same in a second profile', (t) =>
    theWholeWay(t, desk, journey('minor-release')));
