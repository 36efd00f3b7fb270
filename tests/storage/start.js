// Starts the program of the storage tests and offers it to them as `window.store`.
import create from './storage-contract.js';

let answered;
let failing = false;
const handles = new Set();
const news = [];

// Every handle that the page opens, so that they can be closed behind its back.
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    request.addEventListener('success', () => handles.add(request.result));
    return request;
};

// While writes fail, a transaction is aborted once it was given something to write.
for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
        const request = write.apply(this, given);
        if (failing) this.transaction.abort();
        return request;
    };
}

const program = await create({
    answer: (text) => answered(text),
    news: (release) => news.push(release),
    failWrites: (fail) => {
        failing = fail;
    },
    loseHandles: () => {
        for (const db of handles) db.close();
        handles.clear();
    },
});

const read = (pointer) =>
    new TextDecoder().decode(program.HEAPU8.slice(pointer, program.HEAPU8.indexOf(0, pointer)));
const text = (string, call) => {
    const bytes = new TextEncoder().encode(`${string}\0`);
    const pointer = program.stackAlloc(bytes.length);
    program.HEAPU8.set(bytes, pointer);
    return call(pointer);
};
// One question at a time.
const ask = (call) =>
    new Promise((resolve) => {
        answered = resolve;
        call();
    });

window.store = {
    names: Array.from({ length: program._page_scenario_count() }, (_, place) =>
        read(program._page_scenario_name(place)),
    ),
    run: (place) => ask(() => program._page_run(place)),
    open: (database) => text(database, (pointer) => program._page_open(pointer)),
    close: () => program._page_close(),
    append: (first, { release = 'rel_a', count = 1, size = 200 } = {}) =>
        ask(() => text(release, (pointer) => program._page_append(pointer, first, count, size))),
    consolidate: (release) => ask(() => text(release, (pointer) => program._page_consolidate(pointer))),
    load: () => ask(() => program._page_load()),
    durability: () => ask(() => program._page_durability()),
    news,
};
document.body.dataset.ready = 'yes';
