// What happens to an IndexedDB store from outside, for contract_page.cpp. A JS library for the link step.
mergeInto(LibraryManager.library, {
    $outside: {
        text: function (pointer) {
            return new TextDecoder().decode(HEAPU8.slice(pointer, HEAPU8.indexOf(0, pointer)));
        },
        // Opens the database as any other code of this page would, and lets go of it before the answer.
        use: function (database, version, work) {
            return new Promise(function (resolve, reject) {
                var request = version ? indexedDB.open(database, version) : indexedDB.open(database);
                request.onerror = function () { reject(request.error); };
                request.onsuccess = function () {
                    var db = request.result;
                    if (!work) {
                        db.close();
                        resolve(0);
                        return;
                    }
                    var tx = db.transaction('packs', 'readwrite');
                    var answer = work(tx.objectStore('packs'));
                    tx.oncomplete = function () {
                        db.close();
                        resolve(answer.result);
                    };
                    tx.onabort = function () {
                        db.close();
                        reject(tx.error);
                    };
                };
            });
        },
        done: function (promise, then) {
            promise.then(function (number) { _page_done(then, Number(number) || 0); }, function (error) {
                console.error('outside: ' + error);
            });
        },
    },

    page_damage__deps: ['$outside'],
    page_damage: function (database, release, actor, first, lines, size, then) {
        var key = [outside.text(release), outside.text(actor), first];
        var bytes = HEAPU8.slice(lines, lines + size);
        outside.done(outside.use(outside.text(database), 0, function (packs) {
            var request = packs.get(key);
            request.onsuccess = function () {
                var record = request.result;
                record.lines = bytes;
                packs.put(record);
            };
            return {};
        }), then);
    },

    page_count__deps: ['$outside'],
    page_count: function (database, then) {
        outside.done(outside.use(outside.text(database), 0, function (packs) { return packs.count(); }), then);
    },

    page_fail_writes__deps: ['$outside'],
    page_fail_writes: function (fail, then) {
        Module['failWrites'](fail !== 0);
        outside.done(Promise.resolve(0), then);
    },

    page_lose_handles__deps: ['$outside'],
    page_lose_handles: function (then) {
        Module['loseHandles']();
        outside.done(Promise.resolve(0), then);
    },

    page_remove__deps: ['$outside'],
    page_remove: function (database, then) {
        var name = outside.text(database);
        outside.done(new Promise(function (resolve, reject) {
            var request = indexedDB.deleteDatabase(name);
            request.onsuccess = resolve;
            request.onerror = reject;
        }), then);
    },

    page_make_newer__deps: ['$outside'],
    page_make_newer: function (database, then) {
        outside.done(outside.use(outside.text(database), 99, null), then);
    },

    page_wait__deps: ['$outside'],
    page_wait: function (then) {
        outside.done(new Promise(function (resolve) { setTimeout(resolve, 20); }), then);
    },

    page_answer__deps: ['$outside'],
    page_answer: function (text) {
        Module['answer'](outside.text(text));
    },

    page_news__deps: ['$outside'],
    page_news: function (release) {
        Module['news'](outside.text(release));
    },
});
