// The compiled program, in two parts where the build could divide it (cmake/DeskSite.cmake): the first one draws the first
// picture, the rest lies behind its doors (ui/door.hpp) and comes after it.
const names = { first: 'release-desk.wasm', rest: 'release-desk.rest.wasm' };

async function compile(answer, name) {
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
    // A server that does not know the type of wasm is no reason to stop.
    const known = /^application\/wasm\b/.test(answer.headers.get('Content-Type'));
    return known ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

export class Parts {
    // `part` gives a Response with the part of that name.
    constructor(part) {
        this.part = part;
    }

    // What Emscripten's loader wants for Module.instantiateWasm; `failed` is told what went wrong.
    instantiator(failed) {
        return (imports, received) => {
            this.#start(imports).then(received, failed);
            return {};
        };
    }

    async #compiled(name) { return compile(await this.part(name), name); }

    async #start(imports) {
        const module = await this.#compiled(names.first);
        const doors = WebAssembly.Module.imports(module).filter((each) => each.module === 'placeholder');
        const closed = () => { throw new Error('What lies behind a door was called before it came.'); };
        const placeholder = Object.fromEntries(doors.map(({ name }) => [name, closed]));
        this.whole = doors.length === 0;
        this.first = await WebAssembly.instantiate(module, { ...imports, placeholder });
        return this.first;
    }

    // Brings the rest. The program's table of functions leads to it from then on.
    async fetchRest() {
        if (this.whole) return;
        const module = await this.#compiled(names.rest);
        await WebAssembly.instantiate(module, { primary: this.first.exports });
        this.whole = true;
    }
}
