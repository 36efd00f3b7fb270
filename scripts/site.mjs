// Assembles the folder of static files:  node site.mjs FOLDER FILE... [NAME=FILE...] [--beside NAME=FILE...]
//
// Each FILE is copied into FOLDER under its own name, or under NAME; those after --beside are published with the app and
// are no part of it. What is filled into them, and what is stored beside them: scripts/lib/site_files.mjs. `_headers` lists
// what a server has to send with each, in the form that Netlify and Cloudflare Pages read by themselves.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fill, write } from './lib/site_files.mjs';
import { downloaded, headers } from './serve.mjs';

function read(argument, beside) {
    const equals = argument.indexOf('=');
    const path = argument.slice(equals + 1);
    const name = equals < 0 ? basename(path) : argument.slice(0, equals);
    return { name, bytes: readFileSync(path), beside };
}

const [folder, ...inputs] = process.argv.slice(2);
if (!folder || inputs.length === 0) {
    console.error('usage: site.mjs FOLDER FILE... [NAME=FILE...] [--beside NAME=FILE...]');
    process.exit(2);
}
const beside = inputs.indexOf('--beside');
const files = inputs.map((input, at) => (at === beside ? null : read(input, beside >= 0 && at > beside)));
const policies = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join('');
files.push({ name: '_headers', bytes: Buffer.from(`/*\n${policies}/${downloaded}\n  Content-Disposition: attachment\n`), beside: true });
write(folder, fill(files.filter(Boolean)));
