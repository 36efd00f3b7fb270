// Says what is wrong where the page's own script cannot: in browsers that know no modules, and when that script or a part
// of it does not arrive. Written for any browser.
(function () {
    var failure = document.getElementById('failure');

    function show(title, text) {
        var loading = document.getElementById('loading');
        if (loading) loading.hidden = true;
        failure.getElementsByTagName('h1')[0].textContent = title;
        failure.getElementsByTagName('p')[0].textContent = text;
        failure.getElementsByTagName('details')[0].hidden = true;
        failure.hidden = false;
        failure.getElementsByTagName('h1')[0].focus();
    }

    // A browser that knows Trusted Types takes no other text than this for the address of a script.
    function addressOfRescue() {
        var types = window.trustedTypes;
        var address = function () { return 'rescue.js'; };
        return types ? types.createPolicy('rescue', { createScriptURL: address }).createScriptURL('') : address();
    }

    failure.getElementsByTagName('button')[0].onclick = function () { location.reload(); };
    function showTooOld() { show('This browser is too old for Release Desk', 'Use a current Firefox, Chrome, Edge or Safari.'); }
    if (!('noModule' in document.createElement('script'))) {
        showTooOld();
        return;
    }
    window.addEventListener('error', function (event) {
        var element = event.target && event.target.type === 'module';
        var own = location.protocol === 'file:' ? 'file:' : location.origin;
        var script = event.filename && event.filename.indexOf(own) === 0;
        if (window.releaseDesk || !failure.hidden || !(element || script)) return;
        // In the page that is one file (scripts/single.mjs) everything has arrived: it cannot be read.
        if (!document.querySelector('script[type=module][src]')) {
            showTooOld();
            return;
        }
        show('Release Desk could not be loaded', 'A part of it did not arrive. Check the connection and reload the page.');
        var rescue = document.createElement('script');
        rescue.type = 'module';
        rescue.src = addressOfRescue();
        document.getElementById('rescue').setAttribute('data-alone', '');
        document.head.appendChild(rescue);
    }, true);
}());
