import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';
import { readStarter } from '#build';
import { checkRelease } from '../../package/check-release.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const release = {
  version: '1.2.3',
  locked: '1.2.3',
  changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.3 (2026-11-26)\n',
};

const cases: readonly (readonly [
  title: string,
  tag: string,
  change: Partial<typeof release>,
  says: RegExp | undefined,
])[] = [
  ['a tag of the version with its heading', 'v1.2.3', {}, undefined],
  [
    'a tag of another version',
    'v1.2.4',
    {},
    /^The tag is "v1\.2\.4", but package\.json has 1\.2\.3\. Tag .*: v1\.2\.3\.$/,
  ],
  ['a tag without the v', '1.2.3', {}, /^The tag is "1\.2\.3"/],
  ['no tag', '', {}, /^The tag is ""/],
  ['a branch', 'main', {}, /^The tag is "main"/],
  ['a lock of another version', 'v1.2.3', { locked: '1.2.2' }, /^package-lock\.json has 1\.2\.2, .* Run npm install/],
  ['no heading', 'v1.2.3', { changelog: '## Unreleased\n\nOf 1.2.3.\n' }, /^CHANGELOG\.md has no heading "## 1\.2\.3"/],
  ['a heading of a version that begins so', 'v1.2.3', { changelog: '## 1.2.30\n' }, /has no heading "## 1\.2\.3"/],
];
for (const [title, tag, change, says] of cases) {
  test(`${title} is ${says ? 'not published, and what to do is said' : 'published'}`, () => {
    const found = checkRelease(tag, { ...release, ...change });
    if (says) assert.match(found ?? '', says);
    else assert.equal(found, undefined);
  });
}

test('a release is tested, then published by an identity, from a reviewed environment and without a secret', () => {
  const text = read('.github/workflows/release.yaml');
  const { on, permissions, jobs } = parse(text);
  assert.deepEqual(on, { release: { types: ['published'] } });
  assert.deepEqual(permissions, {});
  assert.deepEqual(Object.keys(jobs), ['tests', 'publish']);
  assert.deepEqual(jobs.tests.permissions, { contents: 'read' });
  assert.deepEqual(jobs.publish.permissions, { contents: 'read', 'id-token': 'write' });
  assert.deepEqual([jobs.publish.needs, jobs.publish.environment], ['tests', 'npm']);
  assert.doesNotMatch(text, /secrets\.|TOKEN/);
  const steps = jobs.publish.steps.flatMap(({ run }: { readonly run?: string }) => run ?? []);
  assert.deepEqual(steps.at(-1), 'npm run release -- "$GITHUB_REF_NAME"');
  assert.equal(steps.at(0), 'npm ci');
  assert.ok(jobs.tests.steps.some(({ run }: { readonly run?: string }) => run === 'npm test'));
});

test('both versions are one, and a project gets no workflow that publishes', async () => {
  assert.equal(JSON.parse(read('package-lock.json')).version, JSON.parse(read('package.json')).version);
  const workflows = [...(await readStarter()).keys()].filter((path) => path.startsWith('.github/'));
  assert.deepEqual(workflows, ['.github/workflows/pipeline.yaml']);
});
