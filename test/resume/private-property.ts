import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixResume, parseResumeFile, type ResumeFormat } from '#resume';
import type { Property } from './properties.ts';

const secret = 'Zq9 Geheimes 4711, Nichts';
// Whatever else is written around it.
const listSecrets = (resumes: fc.Arbitrary<object>) =>
  fc
    .tuple(
      resumes,
      fc.constantFrom(
        ...['basics.phone', 'basics.location.address', 'basics.x', 'work.0.summary', 'work.0.positions.0.name'],
        ...['references.0.phone', 'talks.0.title', 'skills.0', 'meta.x', 'meta.site.versions.lead.label'],
      ),
      fc.constantFrom<ResumeFormat>('yaml', 'json'),
    )
    .map(([resume, path, format]) => {
      const data = structuredClone(resume) as Tree;
      put(data, path.split('.'), secret);
      put(data, ['meta', 'site', 'private'], [path]);
      return { format, text: JSON.stringify(data, undefined, 1) };
    });

type Tree = { [key: string]: unknown };

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const present = Object.hasOwn(tree, key) ? tree[key] : undefined;
  const isThere = typeof present === 'object' && present !== null && Array.isArray(present) === (rest[0] === '0');
  if (!isThere) tree[key] = rest[0] === '0' ? [] : {};
  put(tree[key] as Tree, rest, value);
}
/** Nobody learns what is private, whatever stands around it. */
export const createPrivateProperty = (resumes: fc.Arbitrary<object>): Property => ({
  title: 'What is private is in nothing that is made of a text or said of it',
  property: fc.property(listSecrets(resumes), ({ text, format }) => {
    const { text: shown, parsed } = parseResumeFile({ name: 'f', format, bytes: new TextEncoder().encode(text) });
    const { resume, source, versions, problems } = parsed;
    const all = JSON.stringify({ resume, source, versions, problems }) + shown;
    assert.doesNotMatch(all, /Geheimes/);
    assert.doesNotMatch(JSON.stringify(fixResume(text, format).fixes), /Geheimes/);
  }),
});
