// The page of the site: what it is made of lies in files beside it.
import { openDesk } from './desk.js';
import { offer } from './platform/files.js';
import { Versions } from './platform/versions.js';

// The second part comes later than the first, when the server may have another version: only the one that belongs to
// this page is taken. scripts/site.mjs puts its digest here.
const digests = { 'release-desk.rest.wasm': '@DESK_SHA256:release-desk.rest.wasm@' };

const versions = new Versions();

openDesk({
    kind: 0,
    loader: () => import('./release-desk.js'),
    part: (name) => fetch(name, { integrity: digests[name] ?? '' }),
    connect: (program, loop) => versions.connect(program, loop),
    renew: () => versions.renew(),
    // Offers the program as one file; is it there?
    async saveProgram() {
        try {
            const answer = await fetch('release-desk.html');
            if (!answer.ok) return false;
            offer('release-desk.html', await answer.blob()); // the connection may break in the middle of it
            return true;
        } catch {
            return false;
        }
    },
});
