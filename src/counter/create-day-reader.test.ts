import assert from 'node:assert/strict';
import test from 'node:test';
import { connectDirectly } from '../../test/simulation/create-network.ts';
import { createTable, type TableReply, type TableRequest } from '../../test/simulation/create-table.ts';
import { createDayReader } from './create-day-reader.ts';

const place = {
  region: 'eu-central-1',
  table: 'visits',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
};

/** A table whose items hold these numbers. */
function fill(items: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const table = createTable();
  for (const [name, counts] of Object.entries(items)) {
    for (const [counter, count] of Object.entries(counts)) {
      table.answer({
        TableName: 'visits',
        Key: { CounterName: { S: name } },
        UpdateExpression: 'SET #0=:n',
        ExpressionAttributeNames: { '#0': counter },
        ExpressionAttributeValues: { ':n': { N: String(count) } },
      });
    }
  }
  return table;
}

function open(answer: (request: TableRequest) => TableReply) {
  const requests: TableRequest[] = [];
  const http = connectDirectly((request) => {
    requests.push(request);
    return answer(request);
  });
  return { reader: createDayReader({ ...place, http }), requests };
}

test('total and days are the numbers of their items, in the order asked', async () => {
  const table = fill({
    visitors: { count: 2003, carried: 2000, b: 5 },
    'day#2026-05-20': { v: 2, u: 1, bot: 1, 'c#DE': 2 },
    'day#2026-05-21': { v: 1 },
  });
  const { reader, requests } = open(table.answer);
  assert.deepEqual([await reader.readTotal(), await reader.readCarriedOver()], [2003, 2000]);
  const days = await reader.readDays(['2026-05-22', '2026-05-20', '2026-05-21']);
  assert.deepEqual(
    days.map(({ day, visits, persons, bots, countries }) => [day, visits, persons, bots, countries]),
    [
      ['2026-05-22', 0, 0, 0, []],
      ['2026-05-20', 2, 1, 1, [['DE', 2]]],
      ['2026-05-21', 1, 0, 0, []],
    ],
  );
  assert.ok(requests.every(({ TableName, ConsistentRead }) => TableName === 'visits' && ConsistentRead));
});

test('what is not text or a set is a number, and nothing else is read', async () => {
  const answer = () => ({
    status: 200,
    body: JSON.stringify({ Item: { CounterName: { S: 'visitors' }, cur: { SS: ['a'] }, count: { N: '7' } } }),
  });
  assert.equal(await open(answer).reader.readTotal(), 7);
});

test('a table without visits has a total of 0, of which nothing was carried over', async () => {
  const { reader } = open(createTable().answer);
  assert.deepEqual([await reader.readTotal(), await reader.readCarriedOver()], [0, 0]);
});

test('five days are read at once, and no more', async () => {
  const open = { now: 0, most: 0 };
  const http = connectDirectly(() => {
    open.now -= 1;
    return { status: 200, body: '{}' };
  });
  const counting = {
    Agent: http.Agent,
    request: (...request: Parameters<typeof http.request>) => {
      open.now += 1;
      open.most = Math.max(open.most, open.now);
      return http.request(...request);
    },
  };
  const days = Array.from({ length: 12 }, (_, at) => `2026-05-${10 + at}`);
  const read = await createDayReader({ ...place, http: counting }).readDays(days);
  assert.deepEqual([open.most, read.map(({ day }) => day)], [5, days]);
});

test('a read that is throttled is sent again', async () => {
  let asked = 0;
  const { reader } = open(() => {
    asked += 1;
    const busy = { status: 400, body: '{"__type":"com.amazonaws#ThrottlingException","message":"slow"}' };
    return asked === 1 ? busy : { status: 200, body: '{"Item":{"count":{"N":"7"}}}' };
  });
  assert.equal(await reader.readTotal(), 7);
  assert.equal(asked, 2);
});

test('a table that does not exist is an error that says what to do', async () => {
  const { reader } = open(() => ({ status: 400, body: '{"__type":"com.amazonaws#ResourceNotFoundException"}' }));
  await assert.rejects(reader.readTotal(), {
    message: 'The table visits failed (ResourceNotFoundException). Deploy dynamodb and api_gateway-lambda again.',
  });
});
