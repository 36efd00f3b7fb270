// The browser's half of web/storage/database.cpp: IndexedDB, and nothing of our rules. Other tabs are met in tabs.js.
//
// A JS library for the link step (--js-library). It is also read by old Emscriptens: `name: function () {}` only, and
// no syntax younger than ES2017. Whatever leaves the wasm heap is copied (`slice`): a view would store the whole heap.
//
// A call is one transaction. C++ is asked to `begin` it and to take rows; it adds reads and writes while the
// transaction lives; `finished` comes once, after `complete` or after nothing was kept. A handle that turns out to be
// lost is dropped and opened again once, and the call begins anew.

mergeInto(LibraryManager.library, {
    $deskDb__deps: ['$deskTabs'],
    $deskDb: {
        version: 1,
        patience: 5000, // ms that other tabs get to let go of an older version
        silence: 10000, // ms until a browser that says nothing at all is not waited for
        batch: 256,
        // The order is that of `enum class Table`. Fields are given and taken in this order.
        tables: [
            { name: 'packs', key: ['release', 'actor', 'first'], fields: ['release', 'actor', 'first', 'count', 'seal', 'lines'] },
            { name: 'guides', key: 'digest', fields: ['digest', 'seal', 'text'] },
            { name: 'settings', key: 'key', fields: ['key', 'seal', 'value'] },
            { name: 'quarantine', key: 'id', fields: ['place', 'bytes'] },
        ],
        numbers: ['first', 'count'],
        bytes: ['lines', 'text', 'value', 'bytes'],
        stores: {},
        count: 0,

        // --- Between the heap and the records ---

        copy: function (pointer, size) {
            return HEAPU8.slice(pointer, pointer + size);
        },
        text: function (pointer, size) {
            return new TextDecoder().decode(deskDb.copy(pointer, size));
        },
        // Reads `count` pairs of (pointer, size), the values of the first fields of a table.
        taken: function (table, fields, count) {
            var values = [];
            for (var i = 0; i < count; i++) {
                var pointer = HEAPU32[(fields >> 2) + 2 * i];
                var size = HEAPU32[(fields >> 2) + 2 * i + 1];
                var name = table.fields[i];
                if (deskDb.bytes.indexOf(name) >= 0) values.push(deskDb.copy(pointer, size));
                else if (deskDb.numbers.indexOf(name) >= 0) values.push(Number(deskDb.text(pointer, size)));
                else values.push(deskDb.text(pointer, size));
            }
            return values;
        },
        give: function (store, value) {
            var bytes;
            if (ArrayBuffer.isView(value)) bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
            else if (typeof value === 'string') bytes = new TextEncoder().encode(value);
            else bytes = new TextEncoder().encode(value === undefined ? '' : JSON.stringify(value));
            var pointer = _desk_idb_field(store.owner, bytes.length); // the heap may grow and move here
            HEAPU8.set(bytes, pointer);
        },

        // --- Handle ---

        named: function (name, message) {
            var error = new Error(message || name);
            error.name = name;
            return error;
        },
        makeTables: function (db) {
            deskDb.tables.forEach(function (table) {
                db.createObjectStore(table.name, { keyPath: table.key, autoIncrement: table.name === 'quarantine' });
            });
        },
        // Promises a handle. Once this store was seen, it is not made anew: that would hide that all was cleared.
        open: function (store) {
            if (store.db) return Promise.resolve(store.db);
            if (store.opening) return store.opening;
            var opening = new Promise(function (resolve, reject) {
                var cleared = false;
                var given_up = false;
                var give_up = function (name) {
                    given_up = true;
                    reject(deskDb.named(name));
                };
                // What deletes the data, or holds them in another version, can keep it from answering for ever.
                var waiting = setTimeout(give_up, deskDb.silence, 'Silent');
                if (typeof indexedDB === 'undefined' || !indexedDB) throw deskDb.named('no IndexedDB');
                var request = indexedDB.open(store.name, deskDb.version);
                request.onupgradeneeded = function (event) {
                    cleared = event.oldVersion === 0 && store.seen;
                    if (cleared) request.transaction.abort();
                    else if (event.oldVersion === 0) deskDb.makeTables(request.result);
                };
                request.onblocked = function () {
                    clearTimeout(waiting);
                    waiting = setTimeout(give_up, deskDb.patience, 'Blocked');
                };
                request.onerror = function (event) {
                    event.preventDefault();
                    clearTimeout(waiting);
                    reject(cleared ? deskDb.named('Cleared') : request.error);
                };
                request.onsuccess = function () {
                    clearTimeout(waiting);
                    var db = request.result;
                    if (store.closed || store.db) {
                        db.close();
                        if (store.closed) reject(deskDb.named('Closed'));
                        else resolve(store.db); // another try was quicker
                        return;
                    }
                    store.db = db;
                    store.seen = true;
                    db.onclose = function () {
                        deskDb.drop(store, db);
                    };
                    db.onversionchange = function () {
                        deskDb.drop(store, db);
                        deskTabs.tell(store, '');
                    };
                    deskTabs.askPersisted(store);
                    resolve(db);
                    if (given_up) deskTabs.tell(store, ''); // it can be loaded now
                };
            });
            store.opening = opening;
            var over = function () {
                if (store.opening === opening) store.opening = null;
            };
            opening.then(over, over);
            return opening;
        },
        drop: function (store, db) {
            if (!db) return;
            db.onclose = db.onversionchange = null;
            db.close();
            if (store.db === db) store.db = null;
        },
        // Would another handle help? Not against these.
        mayBeStale: function (error) {
            return ['QuotaExceededError', 'VersionError', 'ConstraintError', 'DataError', 'DataCloneError', 'SecurityError',
                'NotSupportedError', 'Blocked', 'Silent', 'Cleared', 'Closed', 'Refused'].indexOf(error.name) < 0;
        },

        // --- Calls ---

        attempt: function (store, call, last) {
            var db = null;
            var opened = false;
            return deskDb.open(store).then(function (handle) {
                db = handle;
                opened = true;
                return new Promise(function (resolve, reject) {
                    if (store.closed) throw deskDb.named('Closed');
                    var names = deskDb.tables.map(function (table) { return table.name; });
                    var tx = db.transaction(names, call.writes ? 'readwrite' : 'readonly', { durability: 'strict' });
                    call.tx = tx;
                    call.refused = false;
                    call.failure = null;
                    call.reading = 0;
                    tx.oncomplete = function () {
                        if (call.reading === 0) resolve();
                        else reject(deskDb.named('UnknownError')); // over before all was read: not to be taken for whole
                    };
                    tx.onabort = function () {
                        reject(call.refused ? deskDb.named('Refused') : call.failure || tx.error || deskDb.named('AbortError'));
                    };
                    _desk_idb_begin(store.owner, call.ticket);
                });
            }).catch(function (reason) {
                var error = reason || deskDb.named('UnknownError');
                call.tx = null;
                call.opening = !opened;
                if (last || store.closed || !deskDb.mayBeStale(error)) throw error;
                deskDb.drop(store, db);
                return deskDb.attempt(store, call, true);
            });
        },
        finish: function (store, call, error) {
            delete store.calls[call.ticket];
            if (store.closed) return;
            if (error) deskDb.give(store, error.name || 'UnknownError');
            _desk_idb_finished(store.owner, call.ticket, error ? 0 : 1, error && call.opening ? 1 : 0);
        },
        // Does something to the transaction of a call. What is thrown must not fly through wasm: it ends the transaction.
        guarded: function (id, ticket, act) {
            var store = deskDb.stores[id];
            var call = store && store.calls[ticket];
            if (!call || !call.tx) return;
            try {
                act(call, call.tx, store);
            } catch (error) {
                call.failure = call.failure || error;
                try {
                    call.tx.abort();
                } catch (ended) {
                    // it is over already, and its own end is told
                }
            }
        },
        live: function (store, call, tx) {
            return !store.closed && call.tx === tx;
        },
        row: function (store, call, tag, table, record) {
            table.fields.forEach(function (field) { deskDb.give(store, record[field]); });
            return _desk_idb_row(store.owner, call.ticket, tag, 1) === 0;
        },
        end: function (store, call, tag) {
            call.reading -= 1;
            _desk_idb_rows_end(store.owner, call.ticket, tag);
        },
        // All records from `lower` (left out if `after`) up to the end of what `prefix` begins.
        read: function (store, call, tag, table, prefix, lower, after) {
            var tx = call.tx;
            var source = tx.objectStore(table.name);
            var range = null;
            if (prefix.length === 0) range = lower === null ? null : IDBKeyRange.lowerBound(lower, after);
            else if (!Array.isArray(table.key)) range = IDBKeyRange.only(prefix[0]);
            else if (prefix.length === table.key.length) range = IDBKeyRange.only(prefix);
            else range = IDBKeyRange.bound(lower === null ? prefix : lower, prefix.concat([[]]), after);
            var request = source.getAll(range, deskDb.batch);
            request.onsuccess = function () {
                if (!deskDb.live(store, call, tx)) return;
                var records = request.result;
                records.forEach(function (record) { deskDb.row(store, call, tag, table, record); });
                if (records.length < deskDb.batch) {
                    deskDb.end(store, call, tag);
                    return;
                }
                var newest = records[records.length - 1];
                var key = Array.isArray(table.key) ? table.key.map(function (part) { return newest[part]; }) : newest[table.key];
                deskDb.read(store, call, tag, table, prefix, key, true);
            };
            request.onerror = function (event) {
                if (!deskDb.live(store, call, tx) || request.error.name === 'AbortError') return;
                event.preventDefault(); // one bad record must not hide the others
                deskDb.readOneByOne(store, call, tag, table, range);
            };
        },
        readOneByOne: function (store, call, tag, table, range) {
            var tx = call.tx;
            var source = tx.objectStore(table.name);
            var keys = source.getAllKeys(range);
            keys.onsuccess = function () {
                var open = keys.result.length;
                if (open === 0 && deskDb.live(store, call, tx)) deskDb.end(store, call, tag);
                keys.result.forEach(function (key) {
                    var request = source.get(key);
                    var settled = function () {
                        open -= 1;
                        if (open === 0) deskDb.end(store, call, tag);
                    };
                    request.onsuccess = function () {
                        if (!deskDb.live(store, call, tx)) return;
                        if (request.result) deskDb.row(store, call, tag, table, request.result);
                        settled();
                    };
                    request.onerror = function (event) {
                        if (!deskDb.live(store, call, tx) || request.error.name === 'AbortError') return;
                        event.preventDefault();
                        deskDb.give(store, table.name + ' ' + JSON.stringify(key) + ' (' + request.error.name + ')');
                        _desk_idb_row(store.owner, call.ticket, tag, 0);
                        settled();
                    };
                });
            };
        },

    },

    desk_idb_open__deps: ['$deskDb'],
    desk_idb_open: function (owner, name, size) {
        deskDb.count += 1;
        var store = {
            owner: owner, name: deskDb.text(name, size), db: null, opening: null, seen: false, closed: false,
            asked: false, calls: {}, channel: null, untold: [],
        };
        deskDb.stores[deskDb.count] = store;
        if (typeof BroadcastChannel !== 'undefined') {
            store.channel = new BroadcastChannel('storage:' + store.name);
            store.channel.onmessage = function (event) { deskTabs.tell(store, String(event.data)); };
        }
        return deskDb.count;
    },

    desk_idb_close__deps: ['$deskDb'],
    desk_idb_close: function (id) {
        var store = deskDb.stores[id];
        store.closed = true;
        delete deskDb.stores[id];
        deskTabs.tellOthers(store);
        if (store.channel) store.channel.close();
        store.channel = null;
        deskDb.drop(store, store.db); // transactions under way still complete
    },

    desk_idb_later__deps: ['$deskDb'],
    desk_idb_later: function (id, ticket) {
        var store = deskDb.stores[id];
        Promise.resolve().then(function () { deskDb.finish(store, { ticket: ticket }, null); });
    },

    // locks: releases as (pointer, size) pairs, sorted.
    desk_idb_transact__deps: ['$deskDb'],
    desk_idb_transact: function (id, ticket, writes, locks, count) {
        var store = deskDb.stores[id];
        var call = { ticket: ticket, writes: writes !== 0, tx: null, refused: false, failure: null, reading: 0, opening: false };
        store.calls[ticket] = call;
        var names = [];
        for (var i = 0; i < count; i++)
            names.push(store.name + '/' + deskDb.text(HEAPU32[(locks >> 2) + 2 * i], HEAPU32[(locks >> 2) + 2 * i + 1]));
        // From the next turn on: the caller must have returned before anything comes back.
        Promise.resolve().then(function () {
            return deskTabs.withLocks(names, 0, function () { return deskDb.attempt(store, call, false); });
        }).then(function () { deskDb.finish(store, call, null); }, function (error) { deskDb.finish(store, call, error); });
    },

    desk_idb_read__deps: ['$deskDb'],
    desk_idb_read: function (id, ticket, tag, table, fields, count) {
        deskDb.guarded(id, ticket, function (call, tx, store) {
            var shape = deskDb.tables[table];
            call.reading += 1;
            deskDb.read(store, call, tag, shape, deskDb.taken(shape, fields, count), null, false);
        });
    },

    // Packs of one chain from its end backwards, until `row` says stop. fields: release, actor.
    desk_idb_read_back__deps: ['$deskDb'],
    desk_idb_read_back: function (id, ticket, tag, fields) {
        deskDb.guarded(id, ticket, function (call, tx, store) {
            var table = deskDb.tables[0];
            var chain = deskDb.taken(table, fields, 2);
            call.reading += 1;
            var request = tx.objectStore(table.name).openCursor(IDBKeyRange.bound(chain, chain.concat([[]])), 'prev');
            request.onsuccess = function () {
                if (!deskDb.live(store, call, tx)) return;
                var cursor = request.result;
                if (cursor && deskDb.row(store, call, tag, table, cursor.value)) cursor.continue();
                else deskDb.end(store, call, tag);
            };
        });
    },

    // Packs and quarantined bytes are only ever added; guides and settings are replaced.
    desk_idb_write__deps: ['$deskDb'],
    desk_idb_write: function (id, ticket, table, fields) {
        deskDb.guarded(id, ticket, function (call, tx) {
            var shape = deskDb.tables[table];
            var values = deskDb.taken(shape, fields, shape.fields.length);
            var record = {};
            shape.fields.forEach(function (field, i) { record[field] = values[i]; });
            if (shape.name === 'guides' || shape.name === 'settings') tx.objectStore(shape.name).put(record);
            else tx.objectStore(shape.name).add(record);
        });
    },

    desk_idb_erase__deps: ['$deskDb'],
    desk_idb_erase: function (id, ticket, table, fields, count) {
        deskDb.guarded(id, ticket, function (call, tx) {
            var key = deskDb.taken(deskDb.tables[table], fields, count);
            tx.objectStore(deskDb.tables[table].name).delete(count === 1 ? key[0] : key);
        });
    },

    // Nothing more will be asked of this transaction: spares the browser from finding out.
    desk_idb_commit__deps: ['$deskDb'],
    desk_idb_commit: function (id, ticket) {
        deskDb.guarded(id, ticket, function (call, tx) {
            if (tx.commit) tx.commit();
        });
    },

    desk_idb_abort__deps: ['$deskDb'],
    desk_idb_abort: function (id, ticket) {
        deskDb.guarded(id, ticket, function (call, tx) {
            call.refused = true;
            tx.abort();
        });
    },
});
