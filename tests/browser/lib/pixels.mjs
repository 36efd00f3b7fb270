// The colours in a picture: a PNG of 8 bits a channel, RGB or RGBA, not interlaced, as browsers make screenshots.
import { inflateSync } from 'node:zlib';

function chunksOf(png) {
    const chunks = [];
    for (let at = 8; at < png.length;) {
        const length = png.readUInt32BE(at);
        chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
        at += length + 12;
    }
    return chunks;
}

// PNG, third edition, §9: a row is told as differences to what is at its left and above it.
const paeth = (left, above, corner) => {
    const guess = left + above - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
    return a <= b && a <= c ? left : b <= c ? above : corner;
};
const filters = [
    () => 0, (left) => left, (_, above) => above, (left, above) => (left + above) >> 1, paeth,
];

export function pixelsOf(png) {
    const chunks = chunksOf(png);
    const head = chunks.find(({ type }) => type === 'IHDR').data;
    const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
    const size = head[9] === 6 ? 4 : 3;
    const bytes = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
    const colours = new Set();
    let before = Buffer.alloc(width * size);
    for (let y = 0; y < height; ++y) {
        const start = y * (width * size + 1);
        const predict = filters[bytes[start]];
        const row = Buffer.from(bytes.subarray(start + 1, start + 1 + width * size));
        for (let i = 0; i < row.length; ++i) {
            const left = i >= size ? row[i - size] : 0;
            row[i] = (row[i] + predict(left, before[i], i >= size ? before[i - size] : 0)) & 0xFF;
            if (i % size === 2) colours.add(`#${row.toString('hex', i - 2, i + 1)}`);
        }
        before = row;
    }
    return colours;
}
