import assert from 'node:assert/strict';
import test from 'node:test';
import { createLocator } from './create-locator.ts';

test('Every offset has its line and column, and a line end belongs to its line', () => {
  const locate = createLocator('ab\r\n\n😀c\n');
  const places = Array.from({ length: 11 }, (_, offset) => Object.values(locate(offset)).join(':'));
  assert.deepEqual(places, ['1:1', '1:2', '1:3', '1:3', '2:1', '3:1', '3:2', '3:3', '3:4', '4:1', '4:1']);
});

test('An empty text has one place', () => {
  assert.deepEqual(createLocator('')(5), { line: 1, column: 1 });
});
