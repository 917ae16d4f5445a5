import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'networks as keys, beside profiles',
    'basics:\n  name: J\n  github: " j "\n  linkedin: https://linkedin.com/in/j\n  xing: see https://xing.com/j\n  twitter:\n  mastodon: [x]\n  profiles: [{network: X}]\n',
    {
      resume: {
        basics: {
          name: 'J',
          profiles: [
            { network: 'X' },
            { network: 'github', username: 'j' },
            { network: 'linkedin', url: 'https://linkedin.com/in/j' },
            { network: 'xing', username: 'see https://xing.com/j' },
          ],
        },
      },
      notes: [
        '3:3 basics.github: "github" is read as a profile; write it as an entry of profiles, with "github" as its network.',
        '4:3 basics.linkedin: "linkedin" is read as a profile; write it as an entry of profiles, with "linkedin" as its network.',
        '5:3 basics.xing: "xing" is read as a profile; write it as an entry of profiles, with "xing" as its network.',
        '7:3 basics.mastodon: "mastodon" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
      ],
    },
  ],
  [
    'every network',
    'basics:\n  name: J\n  github: j\n  gitlab: j\n  linkedIn: j\n  twitter: j\n  x: j\n  mastodon: j\n  bluesky: j\n  stackoverflow: j\n  facebook: j\n  instagram: j\n  youtube: j\n  xing: j\n  orcid: j\n  dribbble: j\n  behance: j\n  medium: j\n  devto: j\n',
    {
      resume: {
        basics: {
          name: 'J',
          profiles: [
            { network: 'github', username: 'j' },
            { network: 'gitlab', username: 'j' },
            { network: 'linkedIn', username: 'j' },
            { network: 'twitter', username: 'j' },
            { network: 'x', username: 'j' },
            { network: 'mastodon', username: 'j' },
            { network: 'bluesky', username: 'j' },
            { network: 'stackoverflow', username: 'j' },
            { network: 'facebook', username: 'j' },
            { network: 'instagram', username: 'j' },
            { network: 'youtube', username: 'j' },
            { network: 'xing', username: 'j' },
            { network: 'orcid', username: 'j' },
            { network: 'dribbble', username: 'j' },
            { network: 'behance', username: 'j' },
            { network: 'medium', username: 'j' },
            { network: 'devto', username: 'j' },
          ],
        },
      },
      notes: [
        '3:3 basics.github: "github" is read as a profile; write it as an entry of profiles, with "github" as its network.',
        '4:3 basics.gitlab: "gitlab" is read as a profile; write it as an entry of profiles, with "gitlab" as its network.',
        '5:3 basics.linkedIn: "linkedIn" is read as a profile; write it as an entry of profiles, with "linkedIn" as its network.',
        '6:3 basics.twitter: "twitter" is read as a profile; write it as an entry of profiles, with "twitter" as its network.',
        '7:3 basics.x: "x" is read as a profile; write it as an entry of profiles, with "x" as its network.',
        '8:3 basics.mastodon: "mastodon" is read as a profile; write it as an entry of profiles, with "mastodon" as its network.',
        '9:3 basics.bluesky: "bluesky" is read as a profile; write it as an entry of profiles, with "bluesky" as its network.',
        '10:3 basics.stackoverflow: "stackoverflow" is read as a profile; write it as an entry of profiles, with "stackoverflow" as its network.',
        '11:3 basics.facebook: "facebook" is read as a profile; write it as an entry of profiles, with "facebook" as its network.',
        '12:3 basics.instagram: "instagram" is read as a profile; write it as an entry of profiles, with "instagram" as its network.',
        '13:3 basics.youtube: "youtube" is read as a profile; write it as an entry of profiles, with "youtube" as its network.',
        '14:3 basics.xing: "xing" is read as a profile; write it as an entry of profiles, with "xing" as its network.',
        '15:3 basics.orcid: "orcid" is read as a profile; write it as an entry of profiles, with "orcid" as its network.',
        '16:3 basics.dribbble: "dribbble" is read as a profile; write it as an entry of profiles, with "dribbble" as its network.',
        '17:3 basics.behance: "behance" is read as a profile; write it as an entry of profiles, with "behance" as its network.',
        '18:3 basics.medium: "medium" is read as a profile; write it as an entry of profiles, with "medium" as its network.',
        '19:3 basics.devto: "devto" is read as a profile; write it as an entry of profiles, with "devto" as its network.',
      ],
    },
  ],
  [
    'a person at the root',
    'firstName: Jane\nlastName: Doe\nemail: j@a.example\nphone: 1\nurl: https://a.example\nsummary: x\ntalks: [a]\n',
    {
      resume: {
        basics: { email: 'j@a.example', phone: '1', url: 'https://a.example', summary: 'x', name: 'Jane Doe' },
        sections: [{ key: 'talks', entries: [{ title: 'a' }] }],
      },
      notes: [
        '1:1 firstName: "firstName", "lastName", "email", 3 more belong in basics; write "basics:" above, and indent what is in it.',
        '1:1 firstName: The name is read from "firstName" and "lastName"; write the whole of it in name: "Jane Doe".',
      ],
      fixed: 'name: Jane Doe\nemail: j@a.example\nphone: 1\nurl: https://a.example\nsummary: x\ntalks: [a]\n',
      fixes: ['1:1 firstName: Wrote name: "Jane Doe".'],
    },
  ],
  [
    'four keys of a person at the root',
    'name: J\nphone: 1\nurl: https://a.example\ntwitter: j\nfoo: x\n',
    {
      resume: {
        basics: { name: 'J', phone: '1', url: 'https://a.example', profiles: [{ network: 'twitter', username: 'j' }] },
      },
      notes: [
        '1:1 name: "name", "phone", "url", "twitter" belong in basics; write "basics:" above, and indent what is in it.',
        '4:1 twitter: "twitter" is read as a profile; write it as an entry of profiles, with "twitter" as its network.',
        '5:1 foo: "foo" is not a key here, and there is no other one for it, so the page leaves it out.',
      ],
    },
  ],
  [
    'a name at the root',
    'name: J\n',
    {
      resume: { basics: { name: 'J' } },
      notes: ['1:1 name: "name" belongs in basics; write "basics:" above, and indent what is in it.'],
    },
  ],
  [
    'a full name at the root',
    'full_name: J\n',
    {
      resume: { basics: { name: 'J' } },
      notes: [
        '1:1 full_name: "full_name" belongs in basics; write "basics:" above, and indent what is in it.',
        '1:1 full_name: "full_name" is called "name" in JSON Resume; rename it.',
      ],
      fixed: 'name: J\n',
      fixes: ['1:1 full_name: Renamed "full_name" to "name".'],
    },
  ],
  [
    'a name and a title at the root',
    'fullname: J\nlabel: x\n',
    {
      resume: { basics: { name: 'J', label: 'x' } },
      notes: [
        '1:1 fullname: "fullname", "label" belong in basics; write "basics:" above, and indent what is in it.',
        '1:1 fullname: "fullname" is called "name" in JSON Resume; rename it.',
      ],
      fixed: 'name: J\nlabel: x\n',
      fixes: ['1:1 fullname: Renamed "fullname" to "name".'],
    },
  ],
  [
    'an address without a name at the root',
    'email: j@a.example\n',
    {
      notes: [
        '1:1 email: "email" is not a key here, and there is no other one for it, so the page leaves it out.',
        'error 1:1 basics.name: A résumé needs at least a name; add basics with a name in it.',
      ],
    },
  ],
  [
    'a name beside basics without one',
    'name: J\nbasics: {label: x}\n',
    {
      notes: [
        '1:1 name: "name" is not a key here, and there is no other one for it, so the page leaves it out.',
        'error 2:1 basics.name: A résumé needs at least a name; write it as basics.name.',
      ],
    },
  ],
  [
    'a résumé inside another group',
    'cover: {text: x}\nresume: {basics: {name: J}}\n',
    {
      notes: [
        '1:1 cover: "cover" is not a key here, and there is no other one for it, so the page leaves it out.',
        'error 1:1 basics.name: A résumé needs at least a name; take what stands in "resume" out of it.',
        '2:1 resume: "resume" is not a key here, and there is no other one for it, so the page leaves it out.',
      ],
    },
  ],
  [
    'an empty name in basics',
    'meta: {a: b}\nbasics: {label: x, name:}\n',
    { notes: ['error 2:20 basics.name: A résumé needs at least a name; write it as basics.name.'] },
  ],
  [
    'names of a name that are none',
    'xname: J\nnamex: K\n',
    {
      notes: [
        '1:1 xname: "xname" is not a key here, and there is no other one for it, so the page leaves it out.',
        'error 1:1 basics.name: A résumé needs at least a name; add basics with a name in it.',
        '2:1 namex: "namex" is not a key here, and there is no other one for it, so the page leaves it out.',
      ],
    },
  ],
  [
    'addresses of profiles in plain HTTP and with a space',
    'basics:\n  name: J\n  github: http://github.com/j\n  xing: https://xing.com/j and more\n  x: HTTPS://x.com/j\n',
    {
      resume: {
        basics: {
          name: 'J',
          profiles: [
            { network: 'github', url: 'http://github.com/j' },
            { network: 'xing', username: 'https://xing.com/j and more' },
            { network: 'x', url: 'HTTPS://x.com/j' },
          ],
        },
      },
      notes: [
        '3:3 basics.github: "github" is read as a profile; write it as an entry of profiles, with "github" as its network.',
        '4:3 basics.xing: "xing" is read as a profile; write it as an entry of profiles, with "xing" as its network.',
        '5:3 basics.x: "x" is read as a profile; write it as an entry of profiles, with "x" as its network.',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
