// The JSON Schemas are published with the page, and real documents keep to them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const read = (path) => readFileSync(path, 'utf8');
const here = (path) => new URL(path, import.meta.url);

test('the schema of guides is published as it stands in the sources, and the guide that is built in keeps to it', () => {
    const published = read(join(process.env.DESK_SITE, 'schema', 'guide.schema.json'));
    assert.equal(published, read(here('../../core/schema/guide.schema.json')));
    const valid = new Ajv2020({ allErrors: true }).compile(JSON.parse(published));
    assert.ok(valid(JSON.parse(read(here('../../core/guide/octoacme.json')))), JSON.stringify(valid.errors));
});
