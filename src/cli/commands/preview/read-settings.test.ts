import assert from 'node:assert/strict';
import test from 'node:test';
import { readSettings } from './read-settings.ts';

const read = (options: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
  readSettings(options, env);

const host = '127.0.0.1';

test('the preview listens on port 4000 of this machine alone', () => assert.deepEqual(read({}), { host, port: 4000 }));
test('PORT chooses the port', () => assert.deepEqual(read({}, { PORT: '8080' }), { host, port: 8080 }));
test('an empty PORT chooses nothing', () => assert.deepEqual(read({}, { PORT: '' }), { host, port: 4000 }));
test('--port comes before PORT', () => assert.deepEqual(read({ port: '0' }, { PORT: '8080' }), { host, port: 0 }));
test('--host chooses the address', () => assert.deepEqual(read({ host: '::1' }), { host: '::1', port: 4000 }));

for (const written of ['abc', '70000', '-1', '4000.5', '4e3', '99999999']) {
  test(`PORT cannot be ${written}`, () => {
    const mistake = `PORT cannot be "${written}"; it is a number from 0 (any free port) to 65535.`;
    assert.throws(() => read({}, { PORT: written }), { message: mistake });
    assert.throws(() => read({ port: written }), { message: mistake.replace('PORT', '--port') });
  });
}
