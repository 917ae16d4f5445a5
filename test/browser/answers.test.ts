import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { shareBrowser } from './open-browser.ts';
import { type House, startHouse } from './start-house.ts';

const browser = await shareBrowser();
let house: House;

before(async () => {
  house = await startHouse();
});

after(async () => {
  await browser.close();
  await house.stop();
});

test('the page asks for itself and one more file before it is complete, its pictures aside', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const errors: string[] = [];
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(house.url);
  await page.waitForSelector('#visits:not([hidden])');
  const [first, second, ...later] = asked.filter((request) => !/^GET \/(assets\/photo\.|favicon\.svg)/.test(request));
  assert.equal(first, 'GET /');
  assert.match(second ?? '', /^GET \/assets\/style\.[0-9a-f]{12}\.css$/);
  assert.deepEqual(later, ['POST /visitor']);
  assert.deepEqual(errors, []);
  await context.close();
});

test('every answer has the headers that keep others out', async () => {
  for (const path of ['/', '/nowhere', '/resume.json', '/photo.jpg']) {
    const { headers } = await fetch(house.url + path);
    const policy = headers.get('content-security-policy')?.replace(/'sha256-[\w+/=]{44}'/g, 'HASH');
    assert.deepEqual(
      { policy, ...Object.fromEntries(Object.keys(guards).map((name) => [name, headers.get(name)])) },
      {
        policy:
          "default-src 'none'; script-src HASH HASH; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ...guards,
      },
      path,
    );
  }
});

// Literal, so that whoever changes one changes it twice.
const guards = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

test('everything comes from the site itself', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => assert.equal(new URL(request.url()).origin, house.url));
  await page.goto(house.url, { waitUntil: 'networkidle' });
  await context.close();
});
