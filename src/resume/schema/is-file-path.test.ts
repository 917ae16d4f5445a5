import assert from 'node:assert/strict';
import test from 'node:test';
import { isFilePath } from './check-url.ts';

test('A name that ends like a file is one, with or without a folder', () => {
  for (const ending of [
    ...[
      'html',
      'htm',
      'pdf',
      'doc',
      'docx',
      'odt',
      'rtf',
      'txt',
      'md',
      'zip',
      'js',
      'css',
      'json',
      'yml',
      'yaml',
      'xml',
    ],
    ...['csv', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg', 'ico', 'mp3', 'mp4', 'ppt', 'pptx', 'xls', 'xlsx'],
    'tex',
  ]) {
    for (const path of [`cv.${ending}`, `CV.${ending.toUpperCase()}?a=b`, `talks/cv.${ending}#x`])
      assert.equal(isFilePath(path), true, path);
  }
  for (const path of [
    '/a',
    './a',
    '../a',
    '/cv/',
    'talks/',
    'talks/a.b',
    'cv.html/x',
    'cv.htm/x',
    'cv.doc/x',
    'cv.docx/x',
    'a.jpg/x',
    'a.jpeg/x',
    'cv.json/',
    'a/b/c',
    '/@a',
  ])
    assert.equal(isFilePath(path), true, path);
  for (const path of [
    ...[
      '',
      '/',
      './',
      '//a.example',
      'cv',
      'cv.',
      'cv.pdfx',
      'pdf',
      'a.example',
      'a.example/b',
      'a.md/b',
      'a.zip/cv.pdf',
    ],
    ...['a:b/c', 'a@b.pdf', 'x:cv.pdf', 'a@b/c', 'talks/:', 'talks//a', '?cv.pdf', '#cv.pdf', 'cv.html/a:b'],
  ])
    assert.equal(isFilePath(path), false, path);
});
