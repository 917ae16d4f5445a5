import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'parts of a name that is written',
    'basics:\n  firstName: Jane\n  lastName: Doe\n  name: Jane Doe\n',
    { resume: { basics: { name: 'Jane Doe' } } },
  ],
  [
    'other parts than those of the name',
    'basics:\n  firstName: Jane\n  lastName: Roe\n  name: Jane Doe\n',
    {
      resume: { basics: { name: 'Jane Doe' } },
      notes: [
        '2:3 basics.firstName: "firstName" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '3:3 basics.lastName: "lastName" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
      ],
    },
  ],
  [
    'parts of a name in any order',
    'basics:\n  firstName: Jane\n  familyName: D, F\n  givenName: "Q"\n',
    {
      resume: { basics: { name: 'Jane Q D, F' } },
      notes: [
        '2:3 basics.firstName: The name is read from "firstName" and "givenName" and "familyName"; write the whole of it in name: "Jane Q D, F".',
      ],
      fixed: 'basics:\n  name: "Jane Q D, F"\n  \n',
      fixes: ['2:3 basics.firstName: Wrote name: "Jane Q D, F".'],
    },
  ],
  [
    'every part of a name',
    'basics: {family_name: f, surname: s, lastname: l, middleName: m, givenName: g, firstName: a}\n',
    {
      resume: { basics: { name: 'a g m l s f' } },
      notes: [
        '1:80 basics.firstName: The name is read from "firstName" and "givenName" and "middleName" and "lastname" and "surname" and "family_name"; write the whole of it in name: "a g m l s f".',
      ],
      fixed: 'basics: {name: a g m l s f}\n',
      fixes: ['1:80 basics.firstName: Wrote name: "a g m l s f".'],
    },
  ],
  [
    'parts of a name that are no texts',
    'basics: {name:, firstName: [x], lastName: "", surname: S}\n',
    {
      resume: { basics: { name: 'S' } },
      notes: [
        '1:17 basics.firstName: "firstName" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '1:47 basics.surname: The name is read from "surname"; write the whole of it in name: "S".',
      ],
      fixed: 'basics: {name:, firstName: [x], lastName: "", name: S}\n',
      fixes: ['1:47 basics.surname: Wrote name: "S".'],
    },
  ],
  [
    'a part of a name in a block',
    'basics:\n  surname: |\n    Doe\n  firstName: Jane\n',
    {
      resume: { basics: { name: 'Jane Doe' } },
      notes: [
        '4:3 basics.firstName: The name is read from "firstName" and "surname"; write the whole of it in name: "Jane Doe".',
      ],
      fixed: 'basics:\n  name: Jane Doe\n',
      fixes: ['4:3 basics.firstName: Wrote name: "Jane Doe".'],
    },
  ],
  [
    'the first part of a name in a block',
    'basics:\n  firstName: |\n    Jane\n  surname: Doe\n',
    {
      resume: { basics: { name: 'Jane Doe' } },
      notes: [
        '2:3 basics.firstName: The name is read from "firstName" and "surname"; write the whole of it in name: "Jane Doe".',
      ],
    },
  ],
  [
    'parts of a name with comments',
    'basics:\n  firstName: Jane # mine\n  lastName: Doe # too\n',
    {
      resume: { basics: { name: 'Jane Doe' } },
      notes: [
        '2:3 basics.firstName: The name is read from "firstName" and "lastName"; write the whole of it in name: "Jane Doe".',
      ],
    },
  ],
  [
    'parts of a name in braces',
    'basics: { lastName: "Doe: x", firstName: Jane }\n',
    {
      resume: { basics: { name: 'Jane Doe: x' } },
      notes: [
        '1:31 basics.firstName: The name is read from "firstName" and "lastName"; write the whole of it in name: "Jane Doe: x".',
      ],
      fixed: 'basics: { name: "Jane Doe: x" }\n',
      fixes: ['1:31 basics.firstName: Wrote name: "Jane Doe: x".'],
    },
  ],
  [
    'parts of a name in JSON',
    '{ "basics": { "lastName": "Doe", "firstName": "Jane" } }',
    {
      resume: { basics: { name: 'Jane Doe' } },
      notes: [
        '1:34 basics.firstName: The name is read from "firstName" and "lastName"; write the whole of it in name: "Jane Doe".',
      ],
      fixed: '{ "basics": { "name": "Jane Doe" } }',
      fixes: ['1:34 basics.firstName: Wrote name: "Jane Doe".'],
    },
  ],
  [
    'a stranger beside parts of a name that is written',
    'basics: {firstName: Jane, name: Jane Doe, foo: x}\n',
    {
      resume: { basics: { name: 'Jane Doe' } },
      notes: [
        '1:43 basics.foo: "foo" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
