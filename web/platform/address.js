// The page's address and title. What the view shows has the address "#/release/…"; each change is one step of the
// browser's history.
export class Address {
    connect(program, loop) {
        this.program = program;
        this.loop = loop;
        addEventListener('popstate', () => this.changed());
        addEventListener('hashchange', () => this.changed());
    }

    get current() { return location.hash; }

    // Back, forward, a followed link, an edited address. Both events may tell of one change.
    changed() {
        if (this.shown === this.current) return;
        this.shown = this.current;
        this.program.addressChanged(this.current);
        this.loop.run();
    }

    show(address) {
        const first = this.shown === undefined;
        this.shown = address;
        if (address === this.current) return;
        if (first) history.replaceState(null, '', address);
        else history.pushState(null, '', address);
    }
}
