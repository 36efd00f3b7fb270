// Runs before the first paint: what this person chose of theme and contrast (shown.js) holds before the program is there, and
// where it never comes.
try {
    const theme = localStorage.getItem('release-desk-theme');
    if (theme) document.documentElement.dataset.theme = theme;
} catch {
    // Without storage the page follows the system.
}
