import assert from 'node:assert/strict';
import test from 'node:test';
import { connectDirectly } from '../../test/simulation/create-network.ts';
import { createTable } from '../../test/simulation/create-table.ts';
import { importCount } from './import-count.ts';

const place = {
  region: 'eu-central-1',
  table: 'visits',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
};

test('an old count is added once, and later ones are told of it', async () => {
  const table = createTable();
  const options = { ...place, http: connectDirectly(table.answer) };
  assert.equal(await importCount(options, 2000), 2000);
  assert.equal(await importCount(options, 300), 2000);
  assert.deepEqual(table.read('visits', 'visitors'), {
    CounterName: { S: 'visitors' },
    count: { N: '2000' },
    carried: { N: '2000' },
  });
});

test('an old count whose reply is lost is added once', async () => {
  const table = createTable();
  let asked = 0;
  const http = connectDirectly((request) => {
    asked += 1;
    const reply = table.answer(request);
    return asked === 1 ? { status: 500, body: '{"__type":"InternalServerError"}' } : reply;
  });
  assert.equal(await importCount({ ...place, http }, 2000), 2000);
  assert.equal(table.read('visits', 'visitors').count?.N, '2000');
  assert.equal(asked, 3);
});
