// Draws the icon as PNG, for systems that install the page:  node icons.mjs ICON.svg FOLDER
//
// The icon is a square with round corners and one stroke of straight lines with round ends (web/icon.svg); no more of SVG
// is known here. It becomes FOLDER/192.png and 512.png, and maskable-512.png without corners: systems cut their own shape
// out of that one, and leave at least the circle of 80 % of its width (W3C Web App Manifest, "maskable").
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

const [source, folder] = process.argv.slice(2);
if (!folder) {
    console.error('usage: icons.mjs ICON.svg FOLDER');
    process.exit(2);
}

// --- reading

const svg = readFileSync(source, 'utf8');
const found = (pattern) => {
    const match = pattern.exec(svg);
    if (!match) throw new Error(`${source} has nothing like ${pattern}`);
    return match.slice(1);
};
const colour = (hex) => {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
};

const [unit] = found(/viewBox="0 0 (\d+) \1"/).map(Number);
const [radius] = found(/<rect width="\d+" height="\d+" rx="([\d.]+)"/).map(Number);
const ground = colour(found(/<rect [^>]*fill="#(\w+)"/)[0]);
const ink = colour(found(/<path [^>]*stroke="#(\w+)"/)[0]);
const [width] = found(/stroke-width="([\d.]+)" stroke-linecap="round" stroke-linejoin="round"/).map(Number);
const [path] = found(/<path d="M([-\d. ]+l[-\d. l]+)"/);
const points = [];
for (const step of path.split('l')) {
    const numbers = step.match(/-?[\d.]+/g).map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
        const [x, y] = points.at(-1) ?? [0, 0];
        points.push([x + numbers[at], y + numbers[at + 1]]);
    }
}

// --- drawing: how far a point is outside of a shape; below 0 it is inside

function outsideSquare(x, y, corner) {
    const [dx, dy] = [x, y].map((each) => Math.abs(each - unit / 2) - unit / 2 + corner);
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
}

function fromLine(x, y, [ax, ay], [bx, by]) {
    const [ux, uy] = [bx - ax, by - ay];
    const along = Math.min(Math.max(((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy), 0), 1);
    return Math.hypot(x - ax - along * ux, y - ay - along * uy);
}

const outsideStroke = (x, y) => Math.min(...points.slice(1).map((to, at) => fromLine(x, y, points[at], to))) - width / 2;

// Rows of RGBA, each after the number of its filter (none).
function draw(size, corner) {
    const rows = Buffer.alloc(size * (1 + 4 * size));
    const covered = (outside) => Math.min(Math.max(0.5 - outside * size / unit, 0), 1);
    for (let row = 0; row < size; ++row) {
        for (let column = 0; column < size; ++column) {
            const [x, y] = [column, row].map((each) => (each + 0.5) * unit / size);
            const stroke = covered(outsideStroke(x, y));
            const at = row * (1 + 4 * size) + 1 + 4 * column;
            for (let i = 0; i < 3; ++i) rows[at + i] = Math.round(ground[i] + (ink[i] - ground[i]) * stroke);
            rows[at + 3] = Math.round(255 * (corner > 0 ? covered(outsideSquare(x, y, corner)) : 1));
        }
    }
    return rows;
}

// --- writing (PNG, third edition, §5 and annex D)

function checksum(bytes) {
    let sum = 0xFFFFFFFF;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; ++bit) sum = sum & 1 ? (sum >>> 1) ^ 0xEDB88320 : sum >>> 1;
    }
    return (sum ^ 0xFFFFFFFF) >>> 0;
}

function chunk(type, data) {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(checksum(named));
    return Buffer.concat([length, named, sum]);
}

function png(size, corner) {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(size, 0);
    header.writeUInt32BE(size, 4);
    header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, the one way to compress, to filter; not interlaced
    const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(draw(size, corner), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

mkdirSync(folder, { recursive: true });
for (const size of [192, 512]) writeFileSync(join(folder, `${size}.png`), png(size, radius));
writeFileSync(join(folder, 'maskable-512.png'), png(512, 0));
