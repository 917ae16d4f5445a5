import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { type BrowserContextOptions, devices, type Page } from 'playwright-core';
import { findViolations } from './find-violations.ts';
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

const pages = new Map<string, Page>();

/** Loads a page in a browser like this. Opening one takes longer than any test here, so it is kept for the next. */
async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>, path = '/') {
  const key = JSON.stringify(options);
  const page = pages.get(key) ?? (await browser.newPage(options));
  pages.set(key, page);
  await page.emulateMedia({ media: null });
  await page.goto(house.url + path);
  await use(page);
}

const phone = { ...devices['Pixel 7'], viewport: { width: 320, height: 640 } };
const desktop = { viewport: { width: 1280, height: 900 } };

const looks: readonly [what: string, options: BrowserContextOptions, media?: 'print'][] = [
  ['in light', { ...desktop, colorScheme: 'light' }],
  ['in dark', { ...desktop, colorScheme: 'dark' }],
  ['in print', desktop, 'print'],
  ['on a phone', { ...phone, colorScheme: 'light' }],
  ['on a phone in dark', { ...phone, colorScheme: 'dark' }],
  ['with more contrast', { ...desktop, contrast: 'more' }],
];

for (const path of ['/', '/nowhere']) {
  for (const [what, options, media] of looks) {
    test(`axe finds nothing wrong with ${path} ${what}`, async () => {
      await withPage(
        options,
        async (page) => {
          if (media) await page.emulateMedia({ media });
          else if (path === '/') await page.waitForSelector('#visits:not([hidden])');
          assert.deepEqual(await findViolations(page), []);
        },
        path,
      );
    });
  }
}

test('axe sees a picture without words', async () => {
  await withPage(desktop, async (page) => {
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
    assert.match((await findViolations(page)).join(), /image-alt/);
  });
});

test('a desktop shows two columns, each a stack of its own, over one footer', async () => {
  await withPage(desktop, async (page) => {
    const boxes = await page.evaluate(() =>
      ['.summary', '.main', '.contact', '.aside', 'footer'].map((selector) => {
        const { left, top, right, bottom } = (document.querySelector(selector) as Element).getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    );
    const [summary, main, contact, aside, footer] = boxes as [Box, Box, Box, Box, Box];
    assert.equal(summary.top, contact.top);
    for (const [above, below] of [
      [summary, main],
      [contact, aside],
    ] as const) {
      assert.ok(Math.abs(above.bottom - below.top) < 1);
      assert.deepEqual([above.left, above.right], [below.left, below.right]);
    }
    assert.notEqual(main.top, aside.top);
    assert.ok(summary.right <= contact.left);
    assert.ok(footer.left <= summary.left && footer.right >= contact.right);
    assert.ok(footer.top >= main.bottom && footer.top >= aside.bottom);
  });
});

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

test('a phone shows one column and never scrolls sideways', async () => {
  await withPage(phone, async (page) => {
    const tops = await page.evaluate(() =>
      ['h1', '.links', '#work', '#education', '#skills', '#certificates', 'footer'].map(
        (selector) => (document.querySelector(selector) as Element).getBoundingClientRect().top,
      ),
    );
    assert.deepEqual(
      [...tops].sort((a, b) => a - b),
      tops,
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test('a finger finds each way to reach the person', async () => {
  await withPage(phone, async (page) => {
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('.links a')].map((link) => link.getBoundingClientRect().height),
    );
    assert.ok(heights.length > 5 && heights.every((height) => height >= 44), heights.join());
  });
});

test('dates stand at one place: at the end of the line on a desktop, under the title on a phone', async () => {
  const places = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.main .top:has(h3, h4) > .when')].map((when) => {
        const [box, title, line] = [when, when.previousElementSibling, when.parentElement].map((element) =>
          (element as Element).getBoundingClientRect(),
        ) as [DOMRect, DOMRect, DOMRect];
        return { isUnder: box.top >= title.bottom && box.left === title.left, isAtEnd: box.right === line.right };
      }),
    );
  await withPage(desktop, async (page) =>
    assert.ok((await places(page)).every(({ isUnder, isAtEnd }) => isAtEnd && !isUnder)),
  );
  await withPage(phone, async (page) => assert.ok((await places(page)).every(({ isUnder }) => isUnder)));
});

test('the dots of a career survive forced colors', async () => {
  await withPage({ ...desktop, forcedColors: 'active' }, async (page) => {
    const width = await page.evaluate(
      () => getComputedStyle(document.querySelector('.group > article') as Element, '::before').borderTopWidth,
    );
    assert.equal(width, '4px');
  });
});

test('text may be twice as large without scrolling sideways', async () => {
  await withPage({ viewport: { width: 640, height: 900 } }, async (page) => {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 640);
  });
});

test('dark and light differ, and paper is always light', async () => {
  const ink = (page: Page) => page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).color);
  const colors: string[] = [];
  await withPage({ colorScheme: 'light' }, async (page) => void colors.push(await ink(page)));
  await withPage({ colorScheme: 'dark' }, async (page) => {
    colors.push(await ink(page));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    colors.push(await ink(page));
  });
  assert.notEqual(colors[0], colors[1]);
  assert.equal(colors[0], colors[2]);
});

test('who asks for contrast gets dates in ink', async () => {
  await withPage({ contrast: 'more' }, async (page) => {
    const colors = await page.$$eval('h1, .when', (all) => all.map((one) => getComputedStyle(one).color));
    assert.equal(new Set(colors).size, 1);
  });
});

for (const format of ['A4', 'Letter']) {
  test(`the sample fills two pages of ${format}, without what only a screen can do`, async () => {
    await withPage(desktop, async (page) => {
      const pdf = (await page.pdf({ format })).toString('latin1');
      assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 2);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.isVisible('#visits'), false);
      assert.equal(await page.isVisible('.skip'), false);
      const style = (selector: string, name: string) =>
        page.$eval(selector, (one, key) => getComputedStyle(one).getPropertyValue(key), name);
      assert.equal(await style('footer', 'border-top-width'), '0px');
      assert.equal(await style('.tags', 'break-inside'), 'avoid');
      assert.equal(await style('.points li:nth-last-child(2)', 'break-after'), 'avoid');
    });
  });
}

test('the first press of Tab shows the link that skips to the résumé', async () => {
  await withPage(desktop, async (page) => {
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip');
    assert.equal(await skip.evaluate((element) => element === document.activeElement), true);
    assert.ok(((await skip.boundingBox())?.width ?? 0) > 50);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'resume');
  });
});

test('whatever has the focus shows it', async () => {
  await withPage(desktop, async (page) => {
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    assert.equal(outline, 'solid');
  });
});

test('long words stay in their column', async () => {
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
  const crowded = await startHouse(`
basics: {image: photo.jpg, name: ${long}, label: ${long}, email: ${'a'.repeat(64)}@mail.example, summary: ${long}}
work: [{name: ${long}, position: ${long}, startDate: "2020", highlights: [${long}]}]
skills: [{name: ${long}, level: ${long}, keywords: [${long}]}]
languages: [{language: ${long}, fluency: ${long}}]
references: [{name: ${long}, reference: ${long}}]
`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(crowded.url);
  for (const width of [320, 800, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.summary, .contact, .main, .aside')].flatMap((cell) =>
        [...cell.querySelectorAll('*:not(.hidden)')]
          .filter((inside) => inside.getBoundingClientRect().right > cell.getBoundingClientRect().right)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      ),
    );
    assert.deepEqual(outside, [], `at ${width} pixels`);
    // The photo leaves the whole line to a name whose words have no room beside it.
    const boxes = await Promise.all(['img', 'h1'].map((selector) => page.locator(selector).boundingBox()));
    assert.equal(boxes[0]?.x, boxes[1]?.x);
  }
  await context.close();
  await crowded.stop();
});

test('a page that reads from right to left fits a phone', async () => {
  const hebrew = await startHouse(
    'basics: {name: עדה, label: מהנדסת, email: ada@mail.example}\nwork: [{name: חברה, position: תפקיד, startDate: "2020"}]\nmeta: {language: he}\n',
  );
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(hebrew.url);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  assert.deepEqual(await findViolations(page), []);
  const left = (selector: string) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().left);
  await page.setViewportSize(desktop.viewport);
  assert.ok((await left('#work')) > (await left('.links')), 'work is on the right');
  await context.close();
  await hebrew.stop();
});
