import { describeKey } from './schema/descriptions.ts';
import { otherNames } from './schema/other-names.ts';
import { resumeShape } from './schema/resume-shape.ts';
import type { MapShape, Shape } from './schema/shape.ts';

type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * The JSON Schema of a résumé, for editors: it knows every key with its description, and refuses what `check` calls an error,
 * no more. It names no types, because a number or a list where a text belongs is read as well.
 * Source: https://json-schema.org/draft-07
 */
export function createJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Résumé of cloud-resume',
    description: 'JSON Resume with what people really write beside it, and the settings of the page under meta.site.',
    type: 'object',
    ...describeGroup(resumeShape, ''),
    additionalProperties: {
      description:
        'A list here is a section of its own, with its key as heading; meta.site.labels gives it another one.',
    },
    anyOf: [...basicsNames.map((name) => ({ required: [name], properties: { [name]: refer('person') } })), atRoot],
    not: { anyOf: foreign },
    definitions: { filled, named, person },
  };
}

/** Something in it that can be read as a text. */
const filled = {
  anyOf: [
    { type: 'string', pattern: '\\S' },
    { type: ['number', 'boolean'] },
    { type: 'array', minItems: 1 },
    { type: 'object', minProperties: 1 },
  ],
};
const names =
  'name fullName full_name firstName lastName first_name last_name givenName familyName surname middleName'.split(' ');
const named = { anyOf: names.map((name) => ({ required: [name], properties: { [name]: refer('filled') } })) };
const basicsNames = ['basics', ...otherNames.resume.basics.split(' ')];
// A bare text is a name as well, and so is the first of a list.
const person = {
  anyOf: [
    { type: 'object', anyOf: [refer('named')] },
    { type: 'string', pattern: '\\S' },
    { type: 'array', minItems: 1 },
  ],
};
/** Without basics, a name at the root is the person's. */
const atRoot = { anyOf: [refer('named')], not: { required: ['basics'] } };

function refer(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

/** What `check` tells to be another tool's file. */
const foreign = [
  hasGroup('cv'),
  hasGroup('sections'),
  { required: ['content'], properties: { content: { type: 'object', required: ['basics'] } } },
  hasGroup('SkillsPassport'),
  {
    required: ['meta'],
    properties: { meta: { type: 'object', required: ['format'], properties: { format: { pattern: '^FRESH' } } } },
  },
];

function hasGroup(key: string): JsonSchema {
  return { required: [key], properties: { [key]: { type: 'object' } } };
}

function describe(shape: Shape, path: string): JsonSchema {
  const description = describeKey(path);
  const about = description === undefined ? {} : { description };
  switch (shape.kind) {
    case 'map':
      return { ...about, ...describeGroup(shape, path) };
    case 'list':
      return { ...about, items: shape.item.kind === 'map' ? describeGroup(shape.item, path) : {} };
    case 'flag':
      return { ...about, ...(shape.map && describeGroup(shape.map, path)), ...suggest([true, false]) };
    case 'text':
      return { ...about, ...(shape.words && suggest(shape.words)) };
  }
}

function describeGroup({ keys, others }: MapShape, path: string): JsonSchema {
  const prefix = path === '' ? '' : `${path}.`;
  // What may be an entry of its own says for whom it is.
  const all = 'keywords' in keys ? { ...keys, tags: keys.keywords as Shape } : keys;
  return {
    properties: Object.fromEntries(Object.entries(all).map(([key, shape]) => [key, describe(shape, prefix + key)])),
    ...(typeof others === 'object' && { additionalProperties: describe(others, `${prefix}*`) }),
  };
}

/** Editors offer these, and anything else passes: `check` says more of it than a schema can. */
function suggest(values: readonly unknown[]): JsonSchema {
  return { anyOf: [{ enum: values }, {}] };
}
