// Runs before the first paint: the theme that this copy showed last, where that is another than the system's.
try {
    const theme = localStorage.getItem('release-desk-theme');
    if (theme) document.documentElement.dataset.theme = theme;
} catch {
    // Without storage the page begins in the theme of the system.
}
