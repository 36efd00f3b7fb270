// The JSON Schemas are published with the page, and the guide that is built in keeps to its own. What releases, workspaces
// and status are held against theirs: tests/cli/schema.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const read = (path) => readFileSync(path, 'utf8');
const sources = new URL('../../core/schema/', import.meta.url);
const published = join(process.env.DESK_SITE, 'schema');
const schemas = ['guide', 'release', 'status', 'workspace'].map((name) => `${name}.schema.json`);

test('the schemas are published as they stand in the sources', () => {
    assert.deepEqual(readdirSync(sources).sort(), schemas);
    for (const name of schemas) assert.equal(read(join(published, name)), read(new URL(name, sources)), name);
});

test('the guide that is built in keeps to the schema of guides', () => {
    const valid = new Ajv2020({ allErrors: true }).compile(JSON.parse(read(join(published, 'guide.schema.json'))));
    assert.ok(valid(JSON.parse(read(new URL('../guide/octoacme.json', sources)))), JSON.stringify(valid.errors));
});
