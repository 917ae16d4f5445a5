import assert from 'node:assert/strict';
import test from 'node:test';
import type { Basics } from '#resume';
import { createOutline } from './create-outline.ts';

function readContact(basics: Omit<Basics, 'name'>) {
  const { outline, omitted } = createOutline({ basics: { name: 'A', ...basics } }, new Map());
  // Without what is undefined.
  return { contact: JSON.parse(JSON.stringify(outline.contact)), omitted: omitted.map(({ path }) => path) };
}

test('a person without any way to be reached has none', () => {
  assert.deepEqual(readContact({}), { contact: [], omitted: [] });
  assert.deepEqual(readContact({ location: {}, email: '', phone: '', url: '' }), { contact: [], omitted: [] });
});

test('every way to reach the person leads where it can, in one order', () => {
  const basics = {
    profiles: [
      { network: 'N', username: '@a', url: 'https://n.example/a' },
      { url: 'https://m.example/a' },
      { network: 'M', username: 'a' },
      { network: 'O' },
    ],
    url: 'https://a.example/',
    location: { city: 'Lyon', countryCode: 'FR' },
    phone: '06 26 14 82 73',
    email: 'a@b.example',
  };
  assert.deepEqual(readContact(basics), {
    contact: [
      { kind: 'email', text: 'a@b.example', url: 'mailto:a@b.example' },
      { kind: 'phone', text: '06 26 14 82 73', url: 'tel:+33626148273' },
      { kind: 'location', text: 'Lyon, France' },
      { kind: 'url', text: 'a.example', url: 'https://a.example/' },
      { kind: 'profile', network: 'N', text: '@a', url: 'https://n.example/a' },
      { kind: 'profile', text: 'm.example/a', url: 'https://m.example/a' },
      { kind: 'profile', network: 'M', text: 'a' },
      { kind: 'profile', network: 'O' },
    ],
    omitted: [],
  });
});

test('what leads nowhere keeps its words, and is told with its place', () => {
  const basics = {
    email: 'on request',
    phone: 'on request',
    url: 'cv.pdf',
    profiles: [
      { network: 'N', username: 'a' },
      { username: 'b', url: 'javascript:1' },
    ],
  };
  assert.deepEqual(readContact(basics), {
    contact: [
      { kind: 'email', text: 'on request' },
      { kind: 'phone', text: 'on request' },
      { kind: 'url', text: 'cv.pdf' },
      { kind: 'profile', network: 'N', text: 'a' },
      { kind: 'profile', text: 'b' },
    ],
    omitted: ['basics.url', 'basics.profiles[1].url'],
  });
});

test('a network is written as it writes itself, and any other as the person does', () => {
  const profiles = ['linkedin', 'Github', 'XING', 'my forum'].map((network) => ({ network }));
  assert.deepEqual(
    readContact({ profiles }).contact.map(({ network }: { readonly network: string }) => network),
    ['LinkedIn', 'GitHub', 'XING', 'my forum'],
  );
});
