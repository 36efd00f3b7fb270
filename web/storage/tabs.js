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
            if (store.asked || !navigator.storage || !navigator.storage.persisted) return;
            navigator.storage.persisted().then(function (yes) { deskTabs.durability(store, yes); }, function () {});
        },
        durability: function (store, persisted) {
            if (!store.closed) _desk_idb_durability(store.owner, persisted ? 1 : 0);
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
    desk_idb_ask_to_keep__deps: ['$deskDb', '$deskTabs'],
    desk_idb_ask_to_keep: function (id) {
        var store = deskDb.stores[id];
        if (store.asked || !navigator.storage || !navigator.storage.persist) return;
        store.asked = true;
        navigator.storage.persist().then(function (yes) { deskTabs.durability(store, yes); }, function () {});
    },
});
