import assert from 'node:assert/strict';
import test from 'node:test';
import { createSite } from '../../test/local/create-site.ts';
import { send } from '../../test/local/send.ts';
import { ownHeaders } from './own-headers.ts';
import { startEdge } from './start-edge.ts';

const target = '/.preview/stats';

test('the page of the statistics is made anew each time', async (context) => {
  let made = 0;
  const renderStats = async () => `<p>${++made}</p>`;
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site: createSite(), renderStats });
  context.after(edge.stop);
  for (const body of ['<p>1</p>', '<p>2</p>']) {
    const reply = await send(edge.url, { target: `${target}?again` });
    assert.equal(reply.status, 200);
    assert.equal(reply.body.toString(), body);
    assert.equal(reply.headers['content-type'], 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(ownHeaders)) assert.equal(reply.headers[name], value, name);
  }
});

test('a page that cannot be made says why, and the edge goes on', async (context) => {
  const renderStats = () => Promise.reject(new Error('The table is away. Start it.'));
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site: createSite(), renderStats });
  context.after(edge.stop);
  const { status, body, headers } = await send(edge.url, { target });
  assert.equal(status, 500);
  assert.equal(body.toString(), 'The report could not be made. The table is away. Start it.\n');
  assert.match(`${headers['content-type']}`, /^text\/plain/);
  assert.equal((await send(edge.url)).status, 200);
});

test('an edge without statistics has no such page', async (context) => {
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site: createSite() });
  context.after(edge.stop);
  assert.equal((await send(edge.url, { target })).status, 404);
});
