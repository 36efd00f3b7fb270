// Lets the project's own scripts use nothing that the oldest Node.js they are for, 18 (Debian 12), lacks: whatever asks
// for it here fails on every machine. Node.js itself and packages may have it. Loaded before each test (NODE_OPTIONS).
'use strict';

const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const ours = ['tests', 'scripts'].map((folder) => pathToFileURL(join(__dirname, '..', folder)).href);

function refuseOurs(name, since) {
    const [, , , from = ''] = new Error().stack.split('\n'); // below this and the stand-in
    if (ours.some((folder) => from.includes(folder))) throw new TypeError(`${name} is there from Node.js ${since} on; these scripts are for 18`);
}

function guard(owner, name, since, spoken = name) {
    const original = Object.getOwnPropertyDescriptor(owner, name);
    if (!original) return;
    Object.defineProperty(owner, name, {
        configurable: true,
        enumerable: original.enumerable,
        get() {
            refuseOurs(spoken, since);
            return original.get ? original.get.call(this) : original.value;
        },
        set(value) { Object.defineProperty(this, name, { configurable: true, writable: true, value }); },
    });
}

guard(globalThis, 'crypto', 20, 'the global crypto');
for (const list of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)])
    for (const name of ['toReversed', 'toSorted', 'toSpliced', 'with']) guard(list, name, 20);
for (const name of ['isWellFormed', 'toWellFormed']) guard(String.prototype, name, 20);
for (const name of ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'])
    guard(Set.prototype, name, 22);
for (const owner of [Object, Map]) guard(owner, 'groupBy', 21);
guard(Array, 'fromAsync', 22);
guard(Promise, 'withResolvers', 22);
