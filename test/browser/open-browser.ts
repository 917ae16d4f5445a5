import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** How long to wait for what comes on any machine, however busy; shorter than a test file may take, so that it says what for. */
const patienceMs = 200_000;

/**
 * Opens a real browser: an installed Chromium or Chrome, or else the one that the npm package `@sparticuz/chromium` carries
 * (Linux on x64). `CHROME` names another. Default of `more`, further arguments for it: none.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const installed = process.env.CHROME ?? findInstalled();
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : await unpackChromium();
  const browser = await chromium.launch({
    executablePath,
    timeout: patienceMs,
    env: { ...process.env, ...env },
    // Root may not use Chromium's sandbox; the pages here are our own. The rest keeps it from asking the network for updates.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patienceMs);
    return context;
  };
  return browser;
}

let users = 0;
let shared: Promise<Browser> | undefined;

/** The one browser of the test files in a process, for those that ask while they are loaded. The last that closes it ends it. */
export function shareBrowser(): Promise<Browser> {
  users += 1;
  shared ??= openBrowser().then((browser) => {
    const close = browser.close.bind(browser);
    browser.close = async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      users -= 1;
      if (users > 0) return;
      shared = undefined;
      await close();
    };
    return browser;
  });
  return shared;
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
