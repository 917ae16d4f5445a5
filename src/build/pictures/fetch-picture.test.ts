import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test from 'node:test';
import sharp from 'sharp';
import { fetchPicture, isPublic, lookUpPublic, maxBytes } from './fetch-picture.ts';
import { importPhoto } from './import-photo.ts';

type Reply = { readonly statusCode?: number; readonly location?: string; readonly chunks?: readonly Buffer[] };

function answer({ statusCode = 200, location, chunks = [] }: Reply): IncomingMessage {
  const headers = location === undefined ? {} : { location };
  return Object.assign(Readable.from(chunks), { statusCode, headers }) as IncomingMessage;
}

/** Answers by address, and notes what was asked for. */
function createWeb(pages: Readonly<Record<string, Reply>>) {
  const asked: string[] = [];
  const ask = async (url: URL) => {
    asked.push(url.href);
    return answer(pages[url.href] ?? { statusCode: 404 });
  };
  return { ask, asked };
}

test('a picture is fetched, also after a redirect', async () => {
  const { ask, asked } = createWeb({
    'https://a.example/me': { statusCode: 302, location: '/photos/me.jpg' },
    'https://a.example/photos/me.jpg': { chunks: [Buffer.from('pic'), Buffer.from('ture')] },
  });
  assert.equal(Buffer.from(await fetchPicture('https://a.example/me', ask)).toString(), 'picture');
  assert.deepEqual(asked, ['https://a.example/me', 'https://a.example/photos/me.jpg']);
});

const refused: readonly (readonly [title: string, address: string, location: string | undefined, sentence: RegExp])[] =
  [
    ['plain http', 'http://a.example/', undefined, /not an https:\/\/ address/],
    ['a file', 'file:///etc/passwd', undefined, /not an https:\/\/ address/],
    ['a password', 'https://me:secret@a.example/', undefined, /password/],
    ['this machine', 'https://127.0.0.1/', undefined, /private network/],
    ...[
      '0x7f000001',
      '2130706433',
      '0177.0.0.1',
      '127.1',
      '0',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '10.0.0.1:8443',
    ].flatMap((host) => [
      [`${host}, which is no public address,`, `https://${host}/`, undefined, /private network/] as const,
      [`a redirect to ${host}`, 'https://a.example/', `https://${host}/`, /private network/] as const,
    ]),
    ['a redirect to this machine without a scheme', 'https://a.example/', '//127.0.0.1/', /private network/],
    ['a redirect to a file', 'https://a.example/', 'file:///etc/passwd', /not an https:\/\/ address/],
    ['a redirect with a password', 'https://a.example/', 'https://me:secret@b.example/', /password/],
    ['a redirect to http', 'https://a.example/', 'http://a.example/', /not an https:\/\/ address/],
    ['a redirect to a cloud’s secrets', 'https://a.example/', 'https://169.254.169.254/', /private network/],
    ['a redirect without end', 'https://a.example/', 'https://a.example/', /leads on more than 5 times/],
  ];

for (const [title, address, location, sentence] of refused) {
  test(`${title} is refused`, async () => {
    const { ask, asked } = createWeb({ 'https://a.example/': { statusCode: 301, ...(location && { location }) } });
    await assert.rejects(fetchPicture(address, ask), { name: 'UserError', message: sentence });
    assert.ok(asked.every((each) => each === 'https://a.example/'));
  });
}

test('what is too large is not read to its end', async () => {
  let read = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        read += 1_000_000;
        yield Buffer.alloc(1_000_000);
      }
    })(),
  );
  const ask = async () => Object.assign(endless, { statusCode: 200, headers: {} }) as unknown as IncomingMessage;
  await assert.rejects(fetchPicture('https://a.example/', ask), { message: /more than 10 MB/ });
  assert.ok(read < maxBytes + 30_000_000);
});

test('what ends before the picture is there is none', async () => {
  const torn = Readable.from(
    (function* () {
      yield Buffer.from('half');
      throw new Error('aborted');
    })(),
  );
  const ask = async () => Object.assign(torn, { statusCode: 200, headers: {} }) as unknown as IncomingMessage;
  await assert.rejects(fetchPicture('https://a.example/', ask), { message: /^a\.example ended before the picture/ });
});

test('a name of this machine is not looked up', async () => {
  const found = await new Promise((resolve) => lookUpPublic('localhost', {}, resolve));
  assert.match(String(found), /private network/);
});

test('addresses are public or not', () => {
  const open = ['1.1.1.1', '93.184.216.34', '2606:4700::1111', '172.15.0.1', '172.32.0.1', '11.0.0.1'];
  const shut = (
    '0.0.0.0 10.1.2.3 100.64.0.1 127.1.1.1 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 ' +
    ':: ::1 ::ffff:8.8.8.8 64:ff9b::7f00:1 fc00::1 fd12::1 fe80::1 ff02::1 2001:db8::1 2002:7f00:1:: 2001::1 x'
  ).split(' ');
  assert.deepEqual(
    open.filter((address) => !isPublic(address)),
    [],
  );
  assert.deepEqual(shut.filter(isPublic), []);
});

test('the photo of an imported résumé comes from its host into public/, and the résumé names it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'photo-'));
  try {
    const photo = await sharp({ create: { width: 300, height: 250, channels: 3, background: '#a0522d' } })
      .jpeg()
      .toBuffer();
    const { ask } = createWeb({ 'https://a.example/me': { chunks: [photo] } });
    await writeFile(join(root, 'old.yaml'), 'basics:\n  name: Ida Probe\n  image: https://a.example/me\n');
    const bring = (address: string) => importPhoto(root, address, 'old.yaml', (from) => fetchPicture(from, ask));
    assert.deepEqual(await bring('https://a.example/me'), {
      resume: 'old.yaml',
      image: 'photo.jpg',
      width: 300,
      height: 250,
    });
    assert.equal((await readFile(join(root, 'public/photo.jpg'))).subarray(0, 2).toString('hex'), 'ffd8');
    const written = 'basics:\n  name: Ida Probe\n  image: photo.jpg\n';
    assert.equal(await readFile(join(root, 'old.yaml'), 'utf8'), written);

    await assert.rejects(bring('https://a.example/gone'), { message: /^a\.example answers 404\. / });
    await assert.rejects(bring('http://a.example/me'), { message: /not an https:\/\/ address/ });
    assert.equal(await readFile(join(root, 'old.yaml'), 'utf8'), written);
    assert.deepEqual(await readdir(join(root, 'public')), ['photo.jpg']);
  } finally {
    await rm(root, { recursive: true });
  }
});
