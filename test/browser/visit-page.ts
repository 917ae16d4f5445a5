import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

/** The line with the number. */
export const line = '#visits';

/** Whoever runs this may be busy, so the page's requests have no limit of time here; src/site/script has its tests. */
export async function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addInitScript(() => {
    AbortSignal.timeout = () => new AbortController().signal;
  });
  return context;
}

export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** The number that the page shows, once it shows one. */
export async function readCount(page: Page): Promise<number> {
  await page.waitForSelector(`${line}:not([hidden])`);
  return Number((await page.textContent(`${line} b`))?.replaceAll(',', ''));
}

/** Opens the page and waits until so many requests to the API have ended, however, and a further one would have begun. */
export async function openAndSettle(page: Page, url: string, requests: number): Promise<void> {
  let ended = 0;
  const areEnded = new Promise<void>((resolve) => {
    const end = (request: Request) => {
      ended += request.method() === 'POST' ? 1 : 0;
      if (ended === requests) resolve();
    };
    page.on('requestfinished', end).on('requestfailed', end);
  });
  await page.goto(url);
  if (requests > 0) await areEnded;
  await page.evaluate(async () => (await fetch('/resume.json')).text());
}

/** What the page sent to the API so far. */
export function listMessages(page: Page): readonly Record<string, unknown>[] {
  const messages: Record<string, unknown>[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') messages.push(request.postDataJSON());
  });
  return messages;
}
