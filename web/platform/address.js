import { carriesFile } from './share.js';

// The page's address and title. What the view shows has the address "#/release/…"; another view is one more step of the
// browser's history, another filter takes the place of the last one.
export class Address {
    connect(program, loop, sharing) {
        this.program = program;
        this.loop = loop;
        this.sharing = sharing;
        addEventListener('popstate', () => this.changed());
        addEventListener('hashchange', () => this.changed());
    }

    get current() { return location.hash; }

    // Back, forward, a followed link, an edited address. Both events may tell of one change.
    changed() {
        this.takeShared();
        if (this.shown === this.current) return;
        this.shown = this.current;
        this.program.addressChanged(this.current);
        this.loop.run();
    }

    // A link that carries a file is no place to come back to: neither back nor a reload shall open it again.
    takeShared() {
        const fragment = this.current;
        if (!carriesFile(fragment)) return;
        history.replaceState(null, '', this.shown ?? location.pathname + location.search);
        this.sharing.open(fragment);
    }

    show(address, instead) {
        const first = this.shown === undefined;
        this.shown = address;
        if (address === this.current) return;
        if (first || instead) history.replaceState(null, '', address);
        else history.pushState(null, '', address);
    }
}
