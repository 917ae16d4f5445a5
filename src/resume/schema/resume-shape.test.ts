import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import { resumeShape } from './resume-shape.ts';
import { foldKey, type Shape } from './shape.ts';

type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
};

const official: JsonSchema = createRequire(import.meta.url)('@jsonresume/schema/schema.json');

function* listSchema(schema: JsonSchema, path = ''): Generator<string> {
  for (const [key, value] of Object.entries(schema.properties ?? {})) yield* listSchema(value, `${path}.${key}`);
  if (schema.items) yield* listSchema(schema.items, `${path}[]`);
  if (!schema.properties && !schema.items) yield path;
}

function* listShape(shape: Shape, path = ''): Generator<string> {
  if (shape.kind === 'text') yield path;
  if (shape.kind === 'list') yield* listShape(shape.item, `${path}[]`);
  if (shape.kind === 'map')
    for (const [key, child] of Object.entries(shape.keys)) yield* listShape(child, `${path}.${key}`);
}

test('The schema knows every key of JSON Resume 1.3.1 at its place', () => {
  const known = new Set(listShape(resumeShape));
  assert.deepEqual(
    [...listSchema(official)].filter((path) => !known.has(path)),
    [],
  );
});

test('Every other name leads to a key of its own map and is not such a key itself', () => {
  const check = (shape: Shape): void => {
    if (shape.kind === 'list') check(shape.item);
    if (shape.kind !== 'map') return;
    const keys = Object.keys(shape.keys);
    for (const [name, key] of shape.otherNames) {
      assert.ok(keys.includes(key), `${name} leads to ${key}`);
      assert.ok(!keys.map(foldKey).includes(name), `${name} is a key`);
    }
    Object.values(shape.keys).forEach(check);
  };
  check(resumeShape);
});
