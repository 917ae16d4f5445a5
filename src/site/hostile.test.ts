import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { completeResume, listLeaves, mapLeaves, renderResume, siteAssets } from '../../test/fixtures/resumes.ts';
import { fuzzRuns } from '../../test/fuzz-runs.ts';

// Values of these are checked before they come here, or never reach the page.
const checked = /(countryCode|lastModified|\$schema)$|^meta/;

const payloads = [
  '<script>alert(1)</script>',
  '</title></style></textarea></script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '<svg/onload=alert(1)>',
  '--><script>alert(1)</script><!--',
  '<!--<script>',
  ']]><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[a](javascript:alert(1))',
  '[a](JAVASCRIPT&colon;alert(1))',
  '[a](java\tscript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a]( javascript:alert(1) "x")',
  '[a](https://ok.example" onclick="alert(1))',
  '<javascript:alert(1)>',
  '<https://ok.example/"onmouseover="alert(1)>',
  '![a](https://track.example/x.png)',
  '[<img src=x onerror=alert(1)>](https://ok.example)',
  '`<script>`',
  '- <iframe src=//evil.example>\n- <base href=//evil.example>',
  '<meta http-equiv=refresh content=0;url=//evil.example>',
  '<form action=//evil.example><button>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '\u2028\u2029</script>',
  '</script><!-- <script>',
  'x'.repeat(50_000),
];

const allowedTags = new Set(
  'html head meta title link script body a div header main footer section article figure figcaption blockquote h1 h2 h3 h4 p ul ol li b em strong code br span svg path img time wbr bdi'.split(
    ' ',
  ),
);

function checkPage(html: string) {
  for (const { tag, attributes, text } of readElements(html)) {
    assert.ok(allowedTags.has(tag), `<${tag}>`);
    for (const [name, value] of Object.entries(attributes)) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$|[^a-z-]/i);
      if (['href', 'src', 'action', 'formaction'].includes(name))
        assert.match(value, /^(https?:|mailto:|tel:|#|\/(?!\/))/);
      assert.notEqual(name, 'http-equiv');
    }
    if (tag === 'script' && attributes.type) assert.equal(JSON.parse(text)['@type'], 'ProfilePage');
    if (tag === 'script' && !attributes.type) assert.equal(text, siteAssets.scripts.api);
    if (tag === 'img') assert.equal(attributes.src, '/face.jpg');
  }
  assert.equal(readElements(html).filter(({ tag }) => tag === 'script').length, 2);
}

for (const payload of payloads) {
  test(`nothing runs where every value is ${JSON.stringify(payload.slice(0, 60))}`, () => {
    const resume = mapLeaves(completeResume, ({ path, value }) => (checked.test(path) ? value : payload));
    const site = renderResume({ ...resume, basics: { ...resume.basics, image: 'face.jpg' } }, resume, siteAssets);
    checkPage(readSiteFile(site, 'index.html'));
    for (const { tag } of readElements(readSiteFile(site, '404.html')))
      assert.ok(allowedTags.has(tag) && tag !== 'script');
    assert.deepEqual(JSON.parse(readSiteFile(site, 'resume.json')), resume);
  });
}

test('nothing runs where one value at a time is hostile', () => {
  for (const { path } of listLeaves(completeResume).filter((leaf) => !checked.test(leaf.path))) {
    const resume = mapLeaves(completeResume, (leaf) =>
      leaf.path === path ? '"><script>x</script>[a](javascript:1)' : leaf.value,
    );
    const html = readSiteFile(renderResume(resume, resume, siteAssets), 'index.html');
    checkPage(html);
  }
});

// Payloads cut in pieces and put together anew, with what steers HTML, Markdown and addresses in between.
const piece = fc.oneof(
  fc.constantFrom(...payloads.filter(({ length }) => length < 100).flatMap((one) => one.split(/(?<=[>(:"<])/))),
  fc.constantFrom(...'<>"\'&`*_[]()!#|\\/:;= \n\t\0'),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));

test('nothing runs whatever the values are', () =>
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
      let count = 0;
      const resume = mapLeaves(completeResume, ({ path, value }) =>
        checked.test(path) ? value : (texts[count++ % texts.length] ?? ''),
      );
      const site = renderResume({ ...resume, basics: { ...resume.basics, image: 'face.jpg' } }, resume, siteAssets);
      checkPage(readSiteFile(site, 'index.html'));
      assert.ok(
        readElements(readSiteFile(site, '404.html')).every(({ tag }) => allowedTags.has(tag) && tag !== 'script'),
      );
    }),
    fuzzRuns(20),
  ));

test('the check sees a script that gets through', () => {
  const html = readSiteFile(renderResume(completeResume, {}, siteAssets), 'index.html');
  assert.throws(() => checkPage(html.replace('<h1>', '<h1><script>alert(1)</script>')));
  assert.throws(() => checkPage(html.replace('<h1>', '<h1 onclick="alert(1)">')));
  assert.throws(() => checkPage(html.replace('href="https://ada', 'href="javascript:alert(1)//')));
});
