// A library for Emscripten's linker: the functions of web/imports.hpp, each handed to the object `platform` of the
// module. It is read by the linker of the oldest supported Emscripten: no syntax newer than ES5 here.
mergeInto(LibraryManager.library, {
    page_share_heap: function () {
        Module['platform'].heap = function () { return HEAPU8; };
    },
    page_apply_patch: function (words, wordCount, text, textBytes) {
        Module['platform'].applyPatch(words, wordCount, text, textBytes);
    },
    page_wake: function () {
        Module['platform'].wake();
    },
    page_fetch_rest: function () {
        Module['platform'].fetchRest();
    },
    page_out_of_memory: function () {
        Module['platform'].outOfMemory();
    },
    page_home: function () {
        return Module['platform'].home;
    },
    page_renew: function () {
        Module['platform'].renew();
    },
    page_save_program: function (answer) {
        Module['platform'].saveProgram(answer);
    },
    page_number: function (text, textBytes) {
        return Number(String.fromCharCode.apply(null, HEAPU8.subarray(text, text + textBytes)));
    },
    page_now_ms: function () {
        return Date.now();
    },
    page_utc_offset_minutes: function (utcMs) {
        return -new Date(utcMs).getTimezoneOffset();
    },
    page_zone_offset_minutes: function (zone, zoneBytes, utcMs) {
        return Module['platform'].zoneOffset(zone, zoneBytes, utcMs);
    },
    page_own_zone: function (out, room) {
        return Module['platform'].ownZone(out, room);
    },
    page_random: function (bytes, count) {
        crypto.getRandomValues(HEAPU8.subarray(bytes, bytes + count));
    },
    page_save_file: function (name, nameBytes, bytes, byteCount) {
        Module['platform'].saveFile(name, nameBytes, bytes, byteCount);
    },
    page_make_link: function (answer, bytes, byteCount) {
        Module['platform'].makeLink(answer, bytes, byteCount);
    },
    page_open_files: function () {
        Module['platform'].openFiles();
    },
    page_copy_text: function (text, textBytes) {
        Module['platform'].copyText(text, textBytes);
    },
    page_show_address: function (text, textBytes, instead) {
        Module['platform'].showAddress(text, textBytes, instead !== 0);
    },
    page_open_mail: function (link, linkBytes) {
        Module['platform'].openMail(link, linkBytes);
    },
    page_copy_link: function (text, textBytes) {
        Module['platform'].copyLink(text, textBytes);
    },
    page_show_title: function (text, textBytes) {
        Module['platform'].showTitle(text, textBytes);
    },
    page_look: function (out) {
        Module['platform'].look(out);
    },
    page_name_cluster: function (codepoint, words, wordBytes) {
        Module['platform'].nameCluster(codepoint, words, wordBytes);
    },
    page_font_metrics: function (weight, px, out) {
        Module['platform'].fontMetrics(weight, px, out);
    },
    page_measure_glyphs: function (weight, px, codepoints, count, out) {
        Module['platform'].measureGlyphs(weight, px, codepoints, count, out);
    },
    page_draw_glyphs: function (weight, px, codepoints, count, glyphs, width, height, rgba) {
        Module['platform'].drawGlyphs(weight, px, codepoints, count, glyphs, width, height, rgba);
    }
});
