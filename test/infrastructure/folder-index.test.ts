import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';

const code = readFileSync(
  join(import.meta.dirname, '../../infrastructure/modules/s3-cloudfront/folder-index.js'),
  'utf8',
);
// As main.tf does it when the site has more than one name.
const redirecting = code.replace("mainName = ''", "mainName = 'jane.example'");

function run(source: string, request: object): unknown {
  const handler: unknown = runInNewContext(`${source}; handler`);
  assert.ok(typeof handler === 'function');
  return JSON.parse(JSON.stringify(handler({ version: '1.0', request })));
}

const ask = (uri: string, host = 'jane.example', querystring: object = {}) => ({
  method: 'GET',
  uri,
  querystring,
  headers: { host: { value: host } },
});

for (const [title, uri, expected] of [
  ['the root stands for its index', '/', '/index.html'],
  ['a folder stands for its index', '/blog/first/', '/blog/first/index.html'],
  ['a file stands for itself', '/assets/style.css', '/assets/style.css'],
  ['a folder without its slash is another address', '/blog', '/blog'],
] as const) {
  test(title, () => {
    assert.deepEqual(run(code, ask(uri, 'any.example')), { ...ask(uri, 'any.example'), uri: expected });
    assert.deepEqual(run(redirecting, ask(uri)), { ...ask(uri), uri: expected }, 'at the main name of several');
  });
}

for (const [title, request, location] of [
  ['another name leads to the main one', ask('/', 'www.jane.example'), 'https://jane.example/'],
  ['a name that only ends like CloudFront leads there', ask('/', 'evilcloudfront.net'), 'https://jane.example/'],
  ['it leads to the same file', ask('/resume.pdf', 'jane.net'), 'https://jane.example/resume.pdf'],
  [
    'with its query, as it was written',
    ask('/a/', 'www.jane.example', {
      b: { value: '1%202', multiValue: [{ value: '1%202' }, { value: '3' }] },
      c: { value: '' },
    }),
    'https://jane.example/a/?b=1%202&b=3&c',
  ],
] as const) {
  test(title, () =>
    assert.deepEqual(run(redirecting, request), {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: location } },
    }),
  );
}

test("CloudFront's own name shows the site too, so that it can be tried before its domain leads there", () => {
  const request = ask('/resume.json', 'd111.cloudfront.net');
  assert.deepEqual(run(redirecting, request), request);
});

// What of the language CloudFront has beyond ES 5.1:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
const supported = {
  ...{ arrow: true, 'async-await': true, 'const-and-let': true, 'exponent-operator': true },
  ...{ 'rest-argument': true, 'template-literal': true },
};
const lacking = ['for (const one of [1]) one;', 'const { a } = {};', '(a = 1) => a;', '[...[]];', 'a?.b;', 'a ?? b;'];

test('the code fits into a CloudFront function, and has nothing that its JavaScript lacks', () => {
  // Whatever is not in a target's language esbuild refuses, or writes otherwise.
  const isKnown = (source: string) => {
    try {
      const { code } = transformSync(source, { target: 'es5', supported, logLevel: 'silent' });
      return code === transformSync(source, { target: 'esnext' }).code;
    } catch {
      return false;
    }
  };
  assert.ok(Buffer.byteLength(code) <= 10_240);
  assert.ok(isKnown(code), 'Look the syntax up in the list of CloudFront.');
  assert.deepEqual(lacking.filter(isKnown), []);
  assert.doesNotMatch(code, /flatMap|Object\.fromEntries|\.at\(/);
});
