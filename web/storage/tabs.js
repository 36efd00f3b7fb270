// What a store has to do with other tabs and with the browser's keeping of data: Web Locks, BroadcastChannel and
// persistence. A JS library like indexeddb.js, whose stores these functions get.

mergeInto(LibraryManager.library, {
    $deskTabs: {
        // Runs `work` while holding the locks, taken in their order; without them where the browser has none: the
        // transactions of one database wait for each other in any case.
        withLocks: function (locks, from, work) {
            if (from === locks.length || !navigator.locks) return work();
            var granted = false;
            return navigator.locks.request(locks[from], function () {
                granted = true;
                return deskTabs.withLocks(locks, from + 1, work);
            }).catch(function (error) {
                if (granted) throw error;
                return work();
            });
        },

        tell: function (store, release) {
            if (store.closed) return;
            deskDb.give(store, release);
            _desk_idb_news(store.owner);
        },
        tellOthers: function (store) {
            if (store.channel) store.untold.forEach(function (release) { store.channel.postMessage(release); });
            store.untold = [];
        },
        askPersisted: function (store) {
            if (store.asked) return;
            if (!navigator.storage || !navigator.storage.persisted) deskTabs.durability(store, false);
            else navigator.storage.persisted().then(function (yes) { deskTabs.durability(store, yes); }, function () {});
        },
        // WebKit removes what pages store after seven days of its use without a visit to the page
        // (webkit.org/blog/10218, "7-Day Cap on All Script-Writeable Storage").
        durability: function (store, persisted) {
            var webkit = String(navigator.vendor).indexOf('Apple') === 0;
            if (!store.closed) _desk_idb_durability(store.owner, persisted ? 1 : webkit ? 2 : 0);
        },
        // Answers two numbers, later.
        answer: function (store, ticket, promise) {
            promise.catch(function () { return [0, 0]; }).then(function (numbers) {
                if (!store.closed) _desk_idb_told(store.owner, ticket, numbers[0], numbers[1]);
            });
        },
    },

    // Told in a later turn, so that no one waits for it who has just been answered.
    desk_idb_tell_others__deps: ['$deskDb', '$deskTabs'],
    desk_idb_tell_others: function (id, release, size) {
        var store = deskDb.stores[id];
        if (store.untold.length === 0) setTimeout(function () { deskTabs.tellOthers(store); }, 0);
        store.untold.push(deskDb.text(release, size));
    },

    // Asks the browser to keep the data for good; asked once there is something to lose, since some ask the user.
    desk_idb_ask_to_keep_once__deps: ['$deskDb', '$deskTabs'],
    desk_idb_ask_to_keep_once: function (id) {
        var store = deskDb.stores[id];
        if (store.asked || !navigator.storage || !navigator.storage.persist) return;
        store.asked = true;
        navigator.storage.persist().then(function (yes) { deskTabs.durability(store, yes); }, function () {});
    },

    // The same, because the user wants it: as often as they do. Answers 1 if it is kept.
    desk_idb_ask_to_keep__deps: ['$deskDb', '$deskTabs'],
    desk_idb_ask_to_keep: function (id, ticket) {
        var store = deskDb.stores[id];
        store.asked = true;
        deskTabs.answer(store, ticket, new Promise(function (resolve) { resolve(navigator.storage.persist()); }).then(function (yes) {
            deskTabs.durability(store, yes);
            return [yes ? 1 : 0, 0];
        }));
    },

    // Answers the bytes that this origin uses, and may use.
    desk_idb_measure__deps: ['$deskDb', '$deskTabs'],
    desk_idb_measure: function (id, ticket) {
        deskTabs.answer(deskDb.stores[id], ticket, new Promise(function (resolve) {
            resolve(navigator.storage.estimate());
        }).then(function (room) { return [room.usage || 0, room.quota || 0]; }));
    },
});
