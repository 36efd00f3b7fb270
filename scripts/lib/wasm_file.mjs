// As much of a wasm file as dividing one needs (WebAssembly Core Specification 2.0, 5 "Binary Format").
const section = { custom: 0, import: 2, export: 7, element: 9 };
const kind = { function: 0, table: 1, memory: 2, global: 3 };

class Reader {
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }
    byte() { return this.bytes[this.at++]; }
    number() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const next = this.byte();
            value += (next & 0x7f) * 2 ** shift;
            if (next < 0x80) return value;
        }
    }
    text() {
        const length = this.number();
        this.at += length;
        return this.bytes.toString('utf8', this.at - length, this.at);
    }
    limits() {
        const flags = this.byte();
        this.number();
        if (flags & 1) this.number();
    }
}

function numberBytes(value) {
    const bytes = [];
    do {
        bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
        value = Math.floor(value / 128);
    } while (value > 0);
    return Buffer.from(bytes);
}

const withLength = (...parts) => {
    const whole = Buffer.concat(parts);
    return Buffer.concat([numberBytes(whole.length), whole]);
};

export class WasmFile {
    #sections = []; // { id, whole, body, name? }: bytes

    constructor(bytes) {
        const reader = new Reader(bytes, 8);
        this.head = bytes.subarray(0, 8);
        while (reader.at < bytes.length) {
            const start = reader.at;
            const id = reader.byte();
            const length = reader.number();
            const body = bytes.subarray(reader.at, reader.at + length);
            reader.at += length;
            const name = id === section.custom ? new Reader(body).text() : undefined;
            this.#sections.push({ id, whole: bytes.subarray(start, reader.at), body, name });
        }
    }

    #body(id, name) { return this.#sections.find((each) => each.id === id && each.name === name)?.body; }

    *#entries(id) {
        const body = this.#body(id);
        if (!body) return;
        const reader = new Reader(body);
        for (let left = reader.number(); left > 0; --left) yield reader;
    }

    // How many functions come from outside: they have the first indices.
    get importedFunctions() {
        let count = 0;
        for (const reader of this.#entries(section.import)) {
            reader.text();
            reader.text();
            const what = reader.byte();
            if (what === kind.function) {
                reader.number();
                ++count;
            } else if (what === kind.global) {
                reader.at += 2;
            } else {
                if (what === kind.table) reader.byte();
                reader.limits();
            }
        }
        return count;
    }

    exportedFunctions() {
        const found = [];
        for (const reader of this.#entries(section.export)) {
            reader.text();
            const what = reader.byte();
            const index = reader.number();
            if (what === kind.function) found.push(index);
        }
        return found;
    }

    // Those in the table, of the only form of segment that C++ needs: active, at an `i32.const`, as indices.
    tableFunctions() {
        const found = [];
        for (const reader of this.#entries(section.element)) {
            if (reader.number() !== 0) throw new Error('an element segment of a form that is not known here');
            if (reader.byte() !== 0x41) throw new Error('an element segment at a place that is not known here');
            reader.number();
            reader.byte(); // the end of the place's expression
            for (let left = reader.number(); left > 0; --left) found.push(reader.number());
        }
        return found;
    }

    // index → name
    functionNames() {
        const found = new Map();
        const body = this.#body(section.custom, 'name');
        if (!body) return found;
        const reader = new Reader(body);
        reader.text();
        while (reader.at < body.length) {
            const what = reader.byte();
            const end = reader.number() + reader.at;
            if (what === 1) for (let left = reader.number(); left > 0; --left) found.set(reader.number(), reader.text());
            reader.at = end;
        }
        return found;
    }

    // The file with these names of functions, and no others.
    withFunctionNames(nameOf) {
        const names = [...this.functionNames().keys()].map((index) =>
            Buffer.concat([numberBytes(index), withLength(Buffer.from(nameOf(index)))]));
        const list = Buffer.concat([Buffer.from([1]), withLength(numberBytes(names.length), ...names)]);
        const custom = withLength(withLength(Buffer.from('name')), list);
        const others = this.#sections.filter((each) => each.name !== 'name').map((each) => each.whole);
        return Buffer.concat([this.head, ...others, Buffer.from([section.custom]), custom]);
    }
}
