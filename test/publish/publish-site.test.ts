import assert from 'node:assert/strict';
import test from 'node:test';
import { publishSite, rollBack } from '#publish';
import { createContext, readSite } from './create-context.ts';
import { createSite, createVersion } from './create-site.ts';
import { startAws } from './start-aws.ts';

test('a first site is stored, then put in place with its pages last, and recorded at the end', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const site = createVersion('one', { 'cv.txt': 'cv' });
  const publication = await publishSite(context, site);

  assert.equal(publication.kind, 'published');
  assert.deepEqual(readSite(aws), {
    '404.html': 'not here',
    'assets/style.one.css': 'one',
    'cv.txt': 'cv',
    'index.html': 'one <link href="assets/style.one.css">',
  });
  const order = aws.requests.map((request) => request.replace(/bodies\/\w+/, 'bodies/…'));
  assert.deepEqual(
    order.filter((request, index) => request !== order[index - 1]),
    [
      'GET config',
      'GET response-headers-policy/headers',
      'GET releases.json',
      'LIST',
      'PUT releases.json',
      'PUT bodies/…',
      'COPY site/assets/style.one.css',
      'COPY site/cv.txt',
      'PUT releases.json',
      'COPY site/404.html',
      'COPY site/index.html',
      'POST invalidation',
      'GET invalidation/I1',
      'PUT releases.json',
    ],
  );
  assert.deepEqual(aws.files.get('site/index.html'), {
    body: Buffer.from('one <link href="assets/style.one.css">'),
    type: 'text/html; charset=utf-8',
    cache: 'public, max-age=0, s-maxage=31536000, must-revalidate',
  });
  assert.equal(aws.files.get('site/assets/style.one.css')?.cache, 'public, max-age=31536000, immutable');
  assert.deepEqual(aws.invalidations, [['/', '/404.html', '/cv.txt', '/index.html']]);
});

test('publishing the same site again writes nothing', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one'));
  aws.requests.length = 0;
  assert.equal((await publishSite(context, createVersion('one'))).kind, 'unchanged');
  assert.deepEqual(
    aws.requests.filter((request) => !/^(GET|LIST)/.test(request)),
    [],
  );
});

test('a change brings just what changed, and the old stylesheet stays', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one', { 'cv.txt': 'cv' }));
  aws.requests.length = 0;
  await publishSite(context, createVersion('two', { 'cv.txt': 'cv' }));
  assert.deepEqual(
    aws.requests.filter((request) => request.startsWith('COPY')),
    ['COPY site/assets/style.two.css', 'COPY site/index.html'],
  );
  assert.deepEqual(aws.invalidations[1], ['/', '/index.html']);
  assert.equal(readSite(aws)['assets/style.one.css'], 'one');
});

test('five releases are kept, and what only older ones had is deleted after the record', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  aws.files.set('site/theirs.css', { body: Buffer.from('theirs'), type: '', cache: '' });
  for (const version of ['a', 'b', 'c', 'd', 'e']) await publishSite(context, createVersion(version));
  aws.requests.length = 0;
  await publishSite(context, createVersion('f'));
  const styles = Object.keys(readSite(aws)).filter((path) => path.endsWith('.css'));
  assert.deepEqual(styles, [...['b', 'c', 'd', 'e', 'f'].map((each) => `assets/style.${each}.css`), 'theirs.css']);
  const record = aws.requests.indexOf('GET invalidation/I1');
  const deletions = aws.requests.flatMap((request, index) => (request.startsWith('DELETE') ? [index] : []));
  assert.equal(deletions.length, 3);
  assert.ok(deletions.every((index) => index > record));
});

test('what was rolled back from is forgotten by the next publication, which goes on from there', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one'));
  await publishSite(context, createVersion('bad'));
  await rollBack(context);
  const publication = await publishSite(context, createVersion('three'));
  assert.equal(publication.kind === 'published' && publication.earlier, 1);
  assert.deepEqual(Object.keys(readSite(aws)), [
    '404.html',
    'assets/style.one.css',
    'assets/style.three.css',
    'index.html',
  ]);
  await rollBack(context);
  assert.match(readSite(aws)['index.html'] ?? '', /^one/);
});

test('a page that the deployed policy would stop is not published', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  aws.policy = "default-src 'none'; script-src 'sha256-old='";
  const publication = await publishSite(context, createSite({ 'index.html': 'x' }, "script-src 'sha256-new='"));
  assert.deepEqual(publication, { kind: 'refused', missing: ["script-src 'sha256-new='"] });
  assert.equal(aws.files.size, 0);
});

test('a content that is not what its hash says is not stored', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const site = createVersion('one');
  await assert.rejects(
    publishSite(context, { ...site, readBody: async () => Buffer.from('other') }),
    /^Error: Writing bodies\/\w+ to the bucket files failed/,
  );
  assert.deepEqual(readSite(aws), {});
});

test('the wait for CloudFront is told, and ends after a quarter of an hour', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  aws.pending = 3;
  await publishSite(context, createVersion('one'));
  assert.deepEqual(
    context.steps.map(({ kind }) => kind),
    ['storing', 'placing', 'placing', 'invalidating', 'waiting', 'waiting', 'waiting'],
  );
  aws.pending = 1000;
  await assert.rejects(
    publishSite(context, createVersion('two')),
    /still keeps the old files after 15 minutes \(invalidation I1\)\. .* run this again/,
  );
});

test('a record whose reply was lost is not taken for that of somebody else', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one'));
  aws.lostReply = 'PUT releases.json';
  aws.requests.length = 0;
  assert.equal((await publishSite(context, createVersion('two'))).kind, 'published');
  assert.equal(aws.requests.filter((request) => request === 'PUT releases.json').length, 4);
});

test('an index that someone else wrote is left alone', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  aws.files.set('releases.json', { body: Buffer.from('{}'), type: '', cache: '' });
  await assert.rejects(
    publishSite(context, createVersion('one')),
    /releases\.json in the bucket files was not written by cloud-resume/,
  );
  assert.equal(aws.files.get('releases.json')?.body.toString(), '{}');
});

test('after a rollback the live release can be published again, and says what there is before it', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  for (const version of ['one', 'two', 'bad']) await publishSite(context, createVersion(version));
  await rollBack(context);
  const publication = await publishSite(context, createVersion('two'));
  assert.equal(publication.kind, 'unchanged');
  assert.equal(publication.kind === 'unchanged' && publication.earlier, 1);
});
