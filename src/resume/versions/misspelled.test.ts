import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import { parseResume } from '../parse-resume.ts';

const slip = (path: string, written: string, key: string) =>
  `${path}: "${written}" is not a key here; did you mean "${key}"? Rename it.`;

// Each is understood as what --fix makes of it, and told of.
for (const [title, meta, mended, ...notes] of [
  [
    'versions as a group',
    'meta: {site: {vesions: {lead: }}}',
    'meta: {site: {versions: {lead: }}}',
    slip('meta.site.vesions', 'vesions', 'versions'),
  ],
  [
    'versions as names alone',
    'meta: {site: {vesions: [lead]}}',
    'meta: {site: {versions: [lead]}}',
    slip('meta.site.vesions', 'vesions', 'versions'),
  ],
  [
    'versions in one text',
    'meta: {site: {Versions: lead}}',
    'meta: {site: {versions: lead}}',
    slip('meta.site.Versions', 'Versions', 'versions'),
  ],
  [
    'what stands around them',
    'mta: {sites: {"versions": {lead: }}}',
    'meta: {site: {"versions": {lead: }}}',
    slip('mta', 'mta', 'meta'),
    slip('mta.sites', 'sites', 'site'),
  ],
  [
    'what stands around names alone',
    'Meta: {"Site": {version: [lead]}}',
    'meta: {"site": {versions: [lead]}}',
    slip('Meta', 'Meta', 'meta'),
    slip('Meta.Site', 'Site', 'site'),
    slip('Meta.Site.version', 'version', 'versions'),
  ],
  [
    'what a version wants',
    'Meta: {site: {versions: {lead: {tag: [lead]}}}}',
    'meta: {site: {versions: {lead: {tags: [lead]}}}}',
    slip('Meta', 'Meta', 'meta'),
    slip('Meta.site.versions.lead.tag', 'tag', 'tags'),
  ],
] as const) {
  test(`A slip is told of: ${title}`, () => {
    const text = `basics: {name: J}\nwork: [{name: A, tags: [lead]}, {name: B, tags: [lead]}]\n${meta}\n`;
    const { problems, versions } = parseResume(text, 'yaml');
    assert.deepEqual(
      problems.map(({ path, message }) => `${path}: ${message}`),
      notes,
    );
    assert.equal(fixResume(text, 'yaml').text, text.replace(meta, mended));
    const pages = versions?.map(({ name, resume }) => [name, resume.work]);
    assert.deepEqual(pages, [['lead', [{ name: 'A' }, { name: 'B' }]]]);
  });
}

test('an entry says for whom it is under tags, and other spellings of that are told of', () => {
  const write = (...keys: readonly string[]) =>
    JSON.stringify({
      basics: { name: 'J' },
      work: keys.map((key) => ({ name: key, [key]: ['lead'] })),
      talks: [{ title: 'U', tags: ['lead'], tag: 'lead' }],
      meta: { site: { versions: ['lead'] } },
    });
  const text = write('tags', 'tag', 'Tags');
  assert.deepEqual(
    parseResume(text, 'json').problems.map(({ path, message }) => `${path}: ${message}`),
    [slip('work[1].tag', 'tag', 'tags'), slip('work[2].Tags', 'Tags', 'tags'), slip('talks[0].tag', 'tag', 'tags')],
  );
  // Of two such keys neither is to be lost.
  assert.equal(
    fixResume(text, 'json').text,
    write('tags', 'tag', 'Tags').replace('"tag":["lead"]', '"tags":["lead"]').replace('"Tags":[', '"tags":['),
  );
});

test('no settings of versions are left on a page, however often they are written', () => {
  const meta = 'meta:\n  site:\n    versions: {a: {label: A}}\n    version: {b: {label: B}}\n    version: {}\n';
  const text = `basics: {name: J}\n${meta}`;
  assert.equal(parseResume(text, 'yaml').resume?.meta, undefined);
  assert.equal(parseResume(text.replace('    version: {}\n', ''), 'yaml').resume?.meta, undefined);
});
