// Says what is wrong where the page's own script cannot: in browsers that know no modules, and when that script or a part
// of it does not arrive. Written for any browser.
(function () {
    var failure = document.getElementById('failure');

    function show(title, text) {
        var loading = document.getElementById('loading');
        if (loading) loading.hidden = true;
        failure.getElementsByTagName('h1')[0].innerHTML = title;
        failure.getElementsByTagName('p')[0].innerHTML = text;
        failure.getElementsByTagName('details')[0].hidden = true;
        failure.hidden = false;
        failure.getElementsByTagName('h1')[0].focus();
    }

    failure.getElementsByTagName('button')[0].onclick = function () { location.reload(); };
    if (!('noModule' in document.createElement('script'))) {
        show('This browser is too old for Release Desk', 'Use a current Firefox, Chrome, Edge or Safari.');
        return;
    }
    window.addEventListener('error', function (event) {
        var element = event.target && event.target.type === 'module';
        var script = event.filename && event.filename.indexOf(location.origin) === 0;
        if (window.releaseDesk || !failure.hidden || !(element || script)) return;
        show('Release Desk could not be loaded', 'A part of it did not arrive. Check the connection and reload the page.');
        var rescue = document.createElement('script');
        rescue.type = 'module';
        rescue.src = 'rescue.js';
        document.getElementById('rescue').setAttribute('data-alone', '');
        document.head.appendChild(rescue);
    }, true);
}());
