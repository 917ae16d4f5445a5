import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { Ajv } from 'ajv';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { parse as parseYaml } from 'yaml';
import { createJsonSchema, fixResume, parseResume } from '#resume';
import { type Case, listCases } from '../fixtures/list-cases.ts';
import { readSiteFile } from '../fixtures/read-page.ts';
import { renderResume } from '../fixtures/resumes.ts';

const cases = listCases();
const assets = { css: '', scripts: { api: '', local: '' }, publicFiles: new Map<string, Uint8Array>() };

// No formats: what the official schema accepts without them is more than with them.
const official = new Ajv({ strict: false, validateFormats: false }).compile(
  createRequire(import.meta.url)('@jsonresume/schema/schema.json'),
);
const ours = new Ajv({ strictTypes: false }).compile(createJsonSchema());

function readData({ text, format }: Case): unknown {
  return format === 'json' ? JSON.parse(text) : parseYaml(text, { schema: 'core' });
}

test('resume.schema.json is what "node test/resume/write-schema.ts" writes', () => {
  const written = readFileSync(new URL('../../resume.schema.json', import.meta.url), 'utf8');
  assert.deepEqual(JSON.parse(written), createJsonSchema());
});

test('Every case is built as it is, but the one of another tool', () => {
  const refused = cases.filter(({ text, format }) => parseResume(text, format).resume === undefined);
  assert.ok(cases.length >= 64);
  assert.deepEqual(
    refused.map(({ name }) => name),
    ['small/17-rendercv.yaml'],
  );
});

for (const one of cases) {
  const { name, text, format } = one;
  const { resume, source, problems } = parseResume(text, format, { name, publicFiles: [] });

  test(`${name}: the official schema, ours and check agree`, () => {
    assert.equal(ours(readData(one)), resume !== undefined, JSON.stringify(ours.errors?.slice(0, 3)));
    if (official(readData(one))) assert.ok(resume ?? name === 'small/17-rendercv.yaml');
  });

  test(`${name}: --fix is the same the second time, makes nothing worse, and keeps comments`, () => {
    const fixed = fixResume(text, format);
    assert.deepEqual(fixResume(fixed.text, format), { text: fixed.text, fixes: [] });
    const after = parseResume(fixed.text, format, { name, publicFiles: [] });
    assert.ok(after.problems.length <= problems.length);
    assert.deepEqual(after.resume, resume);
    assert.equal(fixed.text.match(/^#.*$/gm)?.join(), text.match(/^#.*$/gm)?.join());
  });

  if (resume !== undefined) {
    test(`${name}: every text is on the page, or a note names it`, () => {
      const site = renderResume(resume, source, assets);
      const shown = toWords(listShown(parseHtml(readSiteFile(site, 'index.html'))).join(' '));
      const told = [...problems, ...site.omitted].map(({ path }) => path);
      const lost = [...listLeaves(source)].filter(
        ({ path, value }) => !told.some((place) => isWithin(path, place)) && !shown.includes(toWords(value)),
      );
      assert.deepEqual(lost, []);
    });
  }
}

/** Texts and values of attributes, without scripts, which nobody reads. */
function listShown(node: DefaultTreeAdapterTypes.Node): readonly string[] {
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value];
  if (node.nodeName === 'script' || !('childNodes' in node)) return [];
  const attributes = 'attrs' in node ? node.attrs.map(({ value }) => value) : [];
  return [...attributes, ...node.childNodes.flatMap(listShown)];
}

/** Letters and digits in their order: what Markdown, quotes and white space leave of a text. */
function toWords(text: string): string {
  return ` ${(text.replaceAll(/<\/?[a-z][^<>]*>/gi, ' ').match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase()} `;
}

function isWithin(path: string, place: string): boolean {
  return place !== '' && path.startsWith(place) && /^(?:$|[.[])/.test(path.slice(place.length));
}

type Leaf = { readonly path: string; readonly value: string };

/** Every text of the person's, with its place; dates, codes and settings have other words on the page, or none. */
function* listLeaves(value: unknown, path = ''): Generator<Leaf> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* listLeaves(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (path !== '' || (key !== 'meta' && key !== '$schema'))
        yield* listLeaves(item, path === '' ? key : `${path}.${key}`);
    }
  } else if (value !== null && String(value).trim() !== '' && !isDateOrCode(path, String(value))) {
    yield { path, value: String(value) };
  }
}

function isDateOrCode(path: string, value: string): boolean {
  // A picture that is written out becomes a file.
  if (value.startsWith('data:image/')) return true;
  return (
    /\.countryCode$/.test(path) || /^\d{4}(?:-\d{2}){0,2}$/.test(value) || (/Date$/.test(path) && /^\D+$/.test(value))
  );
}
