// The page that is one file (scripts/single.mjs): what it is made of stands in it, and it asks nobody for anything.
import makeProgram from 'release-desk';
import { openDesk } from './desk.js';
import { Failure } from './failure.js';
import { decoded, through } from './platform/packed.js';

openDesk({
    kind: location.protocol === 'file:' ? 1 : 2,
    loader: async () => ({ default: makeProgram }),
    async part(name) {
        if (typeof DecompressionStream !== 'function') throw new Failure('unpack');
        const bytes = decoded(document.getElementById(name).text.trim());
        return new Response(through(bytes, new DecompressionStream('gzip')), { headers: { 'Content-Type': 'application/wasm' } });
    },
    connect() {},
});
