import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { renderDocuments } from './render-docs.ts';

for (const [path, text] of renderDocuments()) {
  test(`${path} says what the code says (npm run docs writes it)`, () =>
    assert.equal(readFileSync(path, 'utf8'), text));
}
