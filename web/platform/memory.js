// Reading and writing the heap of the program. It moves when it grows: views are made for one use and never kept.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

// `memory.heap()` gives the whole heap as bytes; web/bridge.js sets it.
export const bytesAt = (memory, at, count) => memory.heap().subarray(at, at + count);
export const wordsAt = (memory, at, count) => new Int32Array(memory.heap().buffer, at, count);
export const floatsAt = (memory, at, count) => new Float32Array(memory.heap().buffer, at, count);
export const textAt = (memory, at, bytes) => decoder.decode(bytesAt(memory, at, bytes));
export const textOf = (bytes) => decoder.decode(bytes);

// Writes a text there, if there is room for it; returns its size in bytes.
export function putText(memory, at, room, text) {
    const bytes = encoder.encode(text);
    if (bytes.length > room) return 0;
    memory.heap().set(bytes, at);
    return bytes.length;
}

// Puts the parts, strings or bytes, one after another into the inbox of the app; returns the size of each in bytes.
export function fillInbox(program, memory, ...parts) {
    const all = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
    let at = program.inbox(all.reduce((sum, part) => sum + part.length, 0));
    for (const part of all) {
        memory.heap().set(part, at);
        at += part.length;
    }
    return all.map((part) => part.length);
}
