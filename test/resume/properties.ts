import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeResume, fixResume, formatProblems, type ParsedResume, parseResume, type ResumeFormat } from '#resume';
import { createPrivateProperty } from './private-property.ts';

/** A law of the room for generated input; `npm run fuzz` tries it for longer than the tests do. */
export type Property = { readonly title: string; readonly property: fc.IRawProperty<unknown> };

const keys = fc.constantFrom(
  ...'basics name fullName firstName lastName label work company positions title startDate endDate start period url website'.split(
    ' ',
  ),
  ...'summary highlights keywords skills level languages fluency talks meta language site counter order labels pdf nmae x'.split(
    ' ',
  ),
  ...[
    'location',
    'countryCode',
    'profiles',
    'image',
    'email',
    'github',
    'education',
    'projects',
    'roles',
    'private',
    'tags',
    'versions',
    '__proto__',
    '',
  ],
);
const leaves = fc.oneof(
  fc.constantFrom(
    ...[
      '2015',
      '2015-13',
      'Jan 2015',
      'Feb Aug 2016',
      'Aug 2018 – Present',
      '2015-2017',
      'aktuell',
      '至今',
      '01/02/2015',
    ],
    ...[
      'example.com',
      'cv.pdf',
      'javascript:alert(1)',
      'https:\\\\a.example',
      'mailto:j@a.example',
      'data:x',
      '../x',
      '#',
    ],
    ...['basics.*', 'work.0', 'skills', 'lead'],
    ...[
      'Germany',
      'de',
      '#abc',
      'a4',
      'true',
      'Go, Kafka',
      'a: b',
      '- x',
      "it's",
      '"',
      '*a*',
      '&amp;lt;',
      '<b>x</b>',
      '<br>',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaves,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.array(fc.tuple(keys, tie('data')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const resumes = fc
  .tuple(fc.constantFrom('J', 'Zoë O’Neil', ' x '), fc.array(fc.tuple(keys, data), { maxLength: 6 }))
  .map(([name, entries]) => ({ basics: { name }, ...Object.fromEntries(entries) }));

/** A right résumé with pieces cut out, put in and repeated. */
function mutate(text: string): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    ...'{}[],:"\'#&*!|>-?%@`~\\/ \t\n\r\0\u0007\uFEFF\u2028\uD800\uDC00é😀0.',
    ...[
      '\r\n',
      '- ',
      ': ',
      '---\n',
      '...\n',
      '<<: ',
      '__proto__: ',
      '&a ',
      '*a',
      '!!str ',
      '// x\n',
      '/* ',
      '*/',
      'null',
    ],
    ...['2015-13', 'nmae: ', 'company: ', 'Germany', '{"a": 1}', '# c\n'],
  );
  const edit = fc.record({ at: fc.nat(text.length), cut: fc.nat(30), piece: pieces });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce((before, { at, cut, piece }) => before.slice(0, at) + piece + before.slice(at + cut), text),
    );
}

const start = `basics:
  name: Zoë O'Neil 😀 # the name
  label: "Engineer: platforms"
  url: https://zoe.example
  summary: >-
    Builds things,
    and *keeps* them.
  location:
    city: Oslo
    countryCode: NO
  profiles:
    - network: GitHub
      username: "@zoe"
work:
  - name: Acme # here
    position: Lead
    startDate: 2015
    endDate: Present
    highlights: [Wrote it, 'Sold it']
    tags: [lead]
skills:
  - { name: Web, keywords: [HTML] }
meta:
  site: { private: [basics.location.city, work.0.endDate], tags: [], versions: { lead: { label: L }, x: } }
`;

const texts = fc.oneof(
  fc.record({ format: fc.constant<ResumeFormat>('yaml'), text: mutate(start) }),
  fc.record({
    format: fc.constant<ResumeFormat>('json'),
    text: mutate(JSON.stringify(parseResume(start, 'yaml').source, undefined, 1)),
  }),
  fc.record({
    format: fc.constant<ResumeFormat>('json'),
    text: resumes.map((resume) => JSON.stringify(resume, undefined, 1)),
  }),
  fc.record({
    format: fc.constant<ResumeFormat>('yaml'),
    text: resumes.map((resume) => JSON.stringify(resume, undefined, 1)),
  }),
  fc.record({
    format: fc.constantFrom<ResumeFormat>('yaml', 'json'),
    text: fc.string({ unit: 'binary', maxLength: 60 }),
  }),
);

export const properties: readonly Property[] = [
  {
    title: 'Whatever bytes a file has, they are text or have one problem',
    property: fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const { text, problems } = decodeResume(bytes);
      assert.equal(text === undefined, problems.length === 1);
    }),
  },
  {
    title: 'No text makes the room throw, and each problem has a place and one sentence',
    property: fc.property(texts, ({ text, format }) => {
      const parsed = parseResume(text, format);
      const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
      const isWhole = parsed.problems.every(({ severity }) => severity === 'note');
      assert.equal(parsed.resume !== undefined, isWhole);
      for (const { line, column, message } of parsed.problems) {
        const width = lines[line - 1]?.length ?? -1;
        assert.ok(line >= 1 && column >= 1 && column <= width + 1, `${line}:${column}`);
        assert.match(message, /^[^\p{Cc}\p{Bidi_Control}]*\.$/u);
      }
      formatProblems(parsed.problems, { name: 'f', text });
      if (parsed.resume) for (const leaf of listLeaves(parsed.resume)) checkLeaf(leaf);
    }),
  },
  createPrivateProperty(resumes),
  {
    title: 'Fixing twice is fixing once, makes nothing worse and changes nothing that the page shows',
    property: fc.property(texts, ({ text, format }) => {
      const fixed = fixResume(text, format);
      assert.equal(fixed.fixes.length > 0, fixed.text !== text);
      if (fixed.fixes.length === 0) return;
      assert.deepEqual(fixResume(fixed.text, format), { text: fixed.text, fixes: [] });
      for (const { message } of fixed.fixes) assert.match(message, /^[^\p{Cc}\p{Bidi_Control}]*\.$/u);
      const [before, after] = [parseResume(text, format), parseResume(fixed.text, format)];
      assert.ok(after.problems.length <= before.problems.length);
      assert.deepEqual(sortKeys(after.resume), sortKeys(before.resume));
    }),
  },
];

/** Everything that the page may show, dates, addresses and settings alike. */
function listLeaves(value: unknown, path = ''): readonly { readonly path: string; readonly value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item) => listLeaves(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, item]) => listLeaves(item, `${path}.${key}`));
}

function checkLeaf({ path, value }: { readonly path: string; readonly value: unknown }): void {
  // Other programs' keys under meta are theirs.
  if (path.startsWith('.meta.') && !/^\.meta\.(?:site|language|version|lastModified|canonical)\b/.test(path)) return;
  assert.equal(typeof value, /^\.meta\.site\.pdf/.test(path) ? 'boolean' : 'string', path);
  assert.notEqual(String(value).trim(), '', path);
  if (/\.url$/.test(path)) assert.doesNotMatch(String(value), /^\s*(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i, path);
  if (!path.includes('.labels')) assert.doesNotMatch(String(value), /[^\P{Cc}\n\t\r]|\p{Cs}/u, path);
}

function sortKeys(resume: ParsedResume['resume']): unknown {
  return JSON.parse(
    JSON.stringify(resume ?? null, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1)))
        : value,
    ),
  );
}
