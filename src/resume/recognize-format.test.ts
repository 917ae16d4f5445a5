import assert from 'node:assert/strict';
import test from 'node:test';
import { type ForeignFormat, recognizeBytes, recognizeData } from './recognize-format.ts';
import type { ResumeData } from './resume-data.ts';

const recognized: readonly (readonly [string, ResumeData, ForeignFormat | undefined])[] = [
  ['RenderCV', { cv: { name: 'Ida' }, design: { theme: 'classic' } }, 'rendercv'],
  ['RenderCV with nothing but a name', { cv: { name: 'Ida' } }, 'rendercv'],
  ['YAMLResume', { content: { basics: { name: 'Ida' } } }, 'yamlresume'],
  ['YAMLResume without basics', { content: { work: [] }, layouts: [] }, 'yamlresume'],
  ['Reactive Resume', { basics: { name: 'Ida' }, sections: {}, metadata: {} }, 'reactive-resume'],
  ['Reactive Resume by its API', { id: '1', data: { basics: {}, sections: {} } }, 'reactive-resume'],
  ['Reactive Resume without basics', { sections: {}, metadata: {} }, 'reactive-resume'],
  ['Reactive Resume without metadata', { basics: {}, sections: {} }, 'reactive-resume'],
  ['sections alone', { sections: {} }, undefined],
  ['basics with metadata', { basics: {}, metadata: {} }, undefined],
  ['YAMLResume with one layout', { content: {}, layout: {} }, 'yamlresume'],
  ['content alone', { content: {} }, undefined],
  ['layouts without content', { layouts: [], layout: {} }, undefined],
  ['content that is a text', { content: 'x', layouts: [] }, undefined],
  ['another mark', { basics: {}, meta: { format: 'x FRESH' } }, undefined],
  ['a mark that only begins so', { basics: {}, meta: { format: 'FRESHER' } }, undefined],
  ['nothing where a group may stand', { basics: { name: 'Ida' }, cv: null, sections: null, content: null }, undefined],
  ['lists where groups may stand', { cv: [], sections: [], content: [], info: [], basics: {} }, undefined],
  ['the first Reactive Resume', { profile: { firstName: 'Ida' }, work: [] }, 'reactive-resume'],
  ['the first Reactive Resume with a subtitle alone', { profile: { subtitle: 'x' } }, 'reactive-resume'],
  ['the very first Reactive Resume', { data: { profile: { firstName: 'Ida' } } }, 'reactive-resume'],
  ['a profile of another kind', { profile: { name: 'Ida' }, data: { profile: {} } }, undefined],
  ['FRESH by its mark', { name: 'Ida', meta: { format: 'FRESH@0.6.0' } }, 'fresh'],
  ['FRESH without its mark', { name: 'Ida', employment: { history: [] } }, 'fresh'],
  ['Europass as JSON', { SkillsPassport: {} }, 'europass'],
  ['JSON Resume', { basics: { name: 'Ida' }, work: [] }, undefined],
  ['JSON Resume with sections of its own', { basics: { name: 'Ida' }, sections: ['work'] }, undefined],
  ['JSON Resume without basics', { work: [] }, undefined],
  ['a list', [{ cv: {} }], undefined],
  ['a text', 'cv', undefined],
];

for (const [what, data, format] of recognized) {
  test(`${what} is ${format ?? 'no other tool’s format'}`, () => assert.equal(recognizeData(data), format));
}

const encode = (text: string) => new TextEncoder().encode(text);

test('a ZIP and XML are known by their first bytes', () => {
  assert.equal(recognizeBytes(encode('PK\x03\x04…')), 'linkedin');
  assert.equal(recognizeBytes(encode('<?xml version="1.0"?>\n<SkillsPassport xmlns="x">')), 'europass');
  assert.equal(recognizeBytes(encode('<?xml version="1.0"?><!-- a --><e:Candidate xmlns:e="x">')), 'europass');
  assert.equal(recognizeBytes(Buffer.from('\ufeff<Candidate>', 'utf16le')), 'europass');
  assert.equal(recognizeBytes(encode('PK\x05\x06')), 'linkedin');
  for (const start of ['PK\x01\x02', 'Px\x03', 'xK\x03', 'Px\x05', 'xK\x05', 'xx\x03', 'a \x05'])
    assert.equal(recognizeBytes(encode(start)), undefined);
  assert.equal(recognizeBytes(encode('<abc:Candidate/>')), 'europass');
  assert.equal(recognizeBytes(encode('<europass:learnerinfo locale="pl">')), 'europass');
  assert.equal(recognizeBytes(encode('<Candidates>')), undefined);
  assert.equal(recognizeBytes(encode('<html><p>Candidate</p></html>')), undefined);
  assert.equal(recognizeBytes(encode('basics:\n  name: Pk')), undefined);
  assert.equal(recognizeBytes(new Uint8Array()), undefined);
});
