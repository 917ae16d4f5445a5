// Tries a site as it is deployed: `SITE_URL=https://… npm run smoke`, after the build that was published. It leaves no visit behind.
//   SITE_URL       the site's address
//   SITE_HTTP_URL  where it answers without TLS. Default: the same name on port 80, if SITE_URL has no port of its own
//   SITE_CA        the one authority to trust for the site, a PEM file. Default: those that everybody trusts
//   SITE_QUIET     whether nobody else visits, so that the total must stay as it is. Default: others may
//   BUCKET_URL     the bucket's own address, which must refuse. Default: not tried
//   API_URL        the API's own address, which must refuse. Default: not tried
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request as sendHttp } from 'node:http';
import { request as sendHttps } from 'node:https';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import test, { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Manifest } from '#build';

const { SITE_URL = '', SITE_CA, SITE_QUIET, BUCKET_URL, API_URL } = process.env;
if (!URL.canParse(SITE_URL)) {
  throw new Error(`SITE_URL is "${SITE_URL}". Write the site's address: SITE_URL=https://jane.example npm run smoke`);
}
const site = new URL(SITE_URL);
const httpUrl = process.env.SITE_HTTP_URL ?? (site.port === '' ? `http://${site.hostname}` : undefined);
const built = resolve('dist', 'manifest.json');
if (!existsSync(built)) throw new Error('There is no dist/manifest.json to compare with. Run npm run build first.');
const { headers: wanted, files } = JSON.parse(readFileSync(built, 'utf8')) as Manifest;
// Each résumé has its data beside it; other pages are the person's own.
const pages = files
  .filter(({ path }) => /(^|\/)index\.html$/.test(path))
  .map(({ path }) => path.slice(0, -'index.html'.length))
  .filter((folder) => files.some(({ path }) => path === `${folder}resume.json`))
  .map((folder) => ({ name: folder === '' ? 'the page' : `the page at /${folder}`, url: new URL(folder, site) }));

let ca: string | undefined;
let browser: Browser;
// A project need not have a browser: then what needs one is left out, and says so.
let lacks: string | undefined;
let userAgent: string;

before(
  async () => {
    await waitForSite();
    const opened = await loadBrowser();
    if (!opened) return;
    browser = opened;
    const page = await browser.newPage();
    // An automated browser says so in its name, and such a one is no visitor.
    userAgent = (await page.evaluate(() => navigator.userAgent)).replace('Headless', '');
    await page.close();
  },
  { timeout: 150_000 },
);

after(() => browser?.close());

/** Opens a browser; nothing where there is none, or where the packages that drive it are not installed. */
async function loadBrowser(): Promise<Browser | undefined> {
  try {
    const { openBrowser } = await import('../browser/open-browser.ts');
    await import('../browser/find-violations.ts');
    return await openBrowser(ca === undefined ? [] : [`--ignore-certificate-errors-spki-list=${hashKey(ca)}`]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const remedy = 'npm install --save-dev playwright-core axe-core @sparticuz/chromium';
    lacks = `no browser; install Chrome or Chromium, or what is missing: ${remedy}`;
    return undefined;
  }
}

for (const { name, url } of pages) {
  test(`${name} has the headers that were built`, async () => {
    const { status, headers } = await ask(url);
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(headers['cache-control'] ?? '', /max-age=0/);
    assertHeaders(headers);
  });

  test(`${name} is packed for its way`, async () => {
    const { headers } = await ask(url, { headers: { 'accept-encoding': 'br' } });
    assert.equal(headers['content-encoding'], 'br');
  });

  test(`${name} shows a résumé, and axe finds nothing wrong with it`, async (test) => {
    if (lacks !== undefined) return test.skip(lacks);
    const { findViolations } = await import('../browser/find-violations.ts');
    const { context, page } = await createPage({ asks: false });
    await page.goto(url.href);
    const person = await page.textContent('h1');
    assert.ok(person);
    assert.ok((await page.title()).includes(person));
    assert.ok((await page.locator('main h2').count()) >= 1);
    assert.deepEqual(await findViolations(page), []);
    await context.close();
  });

  test(`whatever ${name} links to on its own site is there`, async (test) => {
    if (lacks !== undefined) return test.skip(lacks);
    const { context, page } = await createPage({ asks: false });
    await page.goto(url.href);
    const links = await page.$$eval('[href], [src]', (all) =>
      all.map((one) => (one as HTMLAnchorElement).href || (one as HTMLImageElement).src),
    );
    await context.close();
    const own = new Set(links.filter((link) => new URL(link).origin === site.origin));
    const missing = [];
    for (const link of own) if ((await ask(new URL(link))).status !== 200) missing.push(link);
    assert.deepEqual(missing, []);
    assert.ok(own.size >= 2, `The page links to ${own.size} files of its own.`);
  });
}

test('what is not there is a page with status 404, with the same headers', async () => {
  const { status, headers, body } = await ask(new URL(`/nothing-${Date.now()}`, site));
  assert.equal(status, 404);
  assert.match(body, /^<!doctype html>/i);
  assertHeaders(headers);
});

if (httpUrl !== undefined) {
  test('HTTP is redirected to HTTPS', async () => {
    const { status, headers } = await ask(new URL('/resume.json?a=b', httpUrl));
    assert.equal(status, 301);
    assert.equal(headers.location, new URL('/resume.json?a=b', site).href);
  });
}

if (BUCKET_URL) {
  for (const path of ['/', '/index.html', '/site/index.html']) {
    test(`the bucket refuses ${path}`, async () => {
      assert.equal((await ask(new URL(BUCKET_URL + path))).status, 403);
    });
  }
}

if (API_URL) {
  for (const [who, headers] of [
    ['whoever has no secret', {}],
    ['whoever guesses it', { 'x-origin-secret': 'guess' }],
  ] as const) {
    test(`the API refuses ${who}`, async () => {
      const sent = { method: 'POST', headers: { ...headers, 'user-agent': userAgent, origin: site.origin } };
      assert.equal((await ask(new URL(`${API_URL}/visitor`), sent)).status, 403);
    });
  }
}

test('every page shows the total, and nothing of this test is counted', async (test) => {
  if (lacks !== undefined) return test.skip(lacks);
  let before = await look(site);
  for (const { url } of pages) {
    const count = await look(url);
    if (SITE_QUIET) assert.equal(count, before);
    assert.ok(count >= before, `The look at ${url} saw ${count} after ${before}.`);
    before = count;
  }
});

test('what cannot come from the page is refused, through the same way', async () => {
  const { status, headers } = await ask(new URL('/visitor', site), {
    method: 'POST',
    headers: { 'user-agent': userAgent ?? 'smoke', 'sec-fetch-site': 'cross-site' },
  });
  assert.deepEqual([status, headers['x-visitor'], headers['cache-control']], [403, 'cross-site', 'no-store']);
});

/**
 * Opens the page as a person does, and reads the number that it shows. What the page sends goes all the way to the table, as that of
 * a page that was only loaded again: the total is read and not raised.
 */
async function look(url: URL): Promise<number> {
  const { context, page } = await createPage({ asks: true });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (fault) => faults.push(fault.message));
  const answer = page.waitForResponse('**/visitor');
  await page.goto(url.href);
  const reply = await answer;
  assert.deepEqual([reply.status(), reply.headers()['x-visitor']], [200, 'again']);
  const { count } = (await reply.json()) as { readonly count: number };
  await page.waitForSelector('#visits:not([hidden])');
  const shown = await page.textContent('#visits b');
  assert.equal(shown?.replaceAll(/\D/g, ''), String(count));
  assert.deepEqual(faults, []);
  await context.close();
  return count;
}

/** Creates an empty page; what is opened in it asks for the total, as after a reload, or for nothing. */
async function createPage({ asks }: { readonly asks: boolean }): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ userAgent });
  await context.route('**/visitor', (route) => {
    if (!asks) return route.abort();
    const sent = route.request().postDataJSON() as object;
    return route.continue({ postData: JSON.stringify({ ...sent, again: true }) });
  });
  return { context, page: await context.newPage() };
}

function assertHeaders(headers: IncomingHttpHeaders): void {
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers[name]]));
  assert.deepEqual(found, wanted);
  assert.equal(headers.server, undefined);
}

/** A new distribution's name is not known everywhere at once, so this asks for a minute. */
async function waitForSite(): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      if (SITE_CA !== undefined) ca = readFileSync(SITE_CA, 'utf8');
      await ask(site, { method: 'HEAD' });
      return;
    } catch (cause) {
      if (Date.now() > deadline)
        throw new Error(`${site} does not answer. Check SITE_URL and the connection.`, { cause });
      await pause(500);
    }
  }
}

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

type Sent = { readonly method?: string; readonly headers?: Readonly<Record<string, string>> };

async function ask(url: URL, { method = 'GET', headers = {} }: Sent = {}): Promise<Reply> {
  const signal = AbortSignal.timeout(30_000);
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    const trusts = url.origin === site.origin && ca !== undefined;
    const request =
      url.protocol === 'http:'
        ? sendHttp(url, { method, headers, signal })
        : sendHttps(url, { method, headers, signal, ...(trusts && { ca }) });
    request.on('response', resolve).on('error', reject).end();
  });
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: await text(reply) };
}

/** How Chromium names the key of a certificate that it is to trust. */
function hashKey(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
