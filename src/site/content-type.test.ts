import assert from 'node:assert/strict';
import test from 'node:test';
import { contentType } from './content-type.ts';

// Literal, from IANA's registry: with `nosniff` a browser ignores a stylesheet or a script of the wrong type.
const types: readonly [path: string, type: string][] = [
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/style.0123456789ab.css', 'text/css; charset=utf-8'],
  ['x.js', 'text/javascript; charset=utf-8'],
  ['resume.json', 'application/json; charset=utf-8'],
  ['sitemap.xml', 'application/xml; charset=utf-8'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['ada.vcf', 'text/vcard; charset=utf-8'],
  ['app.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['favicon.svg', 'image/svg+xml; charset=utf-8'],
  ['favicon.ico', 'image/x-icon'],
  ['a.avif', 'image/avif'],
  ['a.gif', 'image/gif'],
  ['a.jpeg', 'image/jpeg'],
  ['a.jpg', 'image/jpeg'],
  ['a.png', 'image/png'],
  ['a.webp', 'image/webp'],
  ['resume.pdf', 'application/pdf'],
  ['a.woff2', 'font/woff2'],
  ['Scan.of.me.PDF', 'application/pdf'],
  ['a.exe', 'application/octet-stream'],
  ['a.constructor', 'application/octet-stream'],
  ['CNAME', 'application/octet-stream'],
];

for (const [path, type] of types) {
  test(`${path} is sent as ${type}`, () => {
    assert.equal(contentType(path), type);
  });
}
