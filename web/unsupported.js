// Run only by browsers that know no modules; written for them.
(function () {
    var failure = document.getElementById('failure');
    document.getElementById('loading').hidden = true;
    failure.getElementsByTagName('h1')[0].innerHTML = 'This browser is too old for Release Desk';
    failure.getElementsByTagName('p')[0].innerHTML = 'Use a current Firefox, Chrome, Edge or Safari.';
    failure.getElementsByTagName('details')[0].hidden = true;
    failure.getElementsByTagName('button')[0].hidden = true;
    failure.hidden = false;
}());
