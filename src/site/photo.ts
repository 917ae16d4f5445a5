import { trimPath } from './links.ts';
import type { Omitted } from './site.ts';

/** A picture among the site's files. */
export type Photo = { readonly path: string; readonly body: Uint8Array };

const types: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpg',
  jpg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
};

/** Finds the picture that `basics.image` names in `public/`, or makes a file of one that is written out as `data:`. */
export function findPhoto(
  image: string | undefined,
  files: ReadonlyMap<string, Uint8Array>,
  omit: (omitted: Omitted) => void,
): Photo | undefined {
  if (!image) return undefined;
  const [, type = '', data] = /^data:image\/([a-z+]+);base64,([\w+/=\s]+)$/i.exec(image) ?? [];
  const ending = types[type.toLowerCase()];
  if (data && ending) return { path: `photo.${ending}`, body: new Uint8Array(Buffer.from(data, 'base64')) };
  const path = trimPath(image);
  const body = files.get(path);
  if (body) return { path, body };
  omit({ path: 'basics.image', value: image, why: explain(image, path, [...files.keys()]) });
  return undefined;
}

function explain(image: string, path: string, names: readonly string[]): string {
  if (/^https?:/i.test(image)) {
    return 'the page asks no other host for anything; put the picture into public/ and write its name';
  }
  if (/^[a-z]+:/i.test(image)) return 'only a PNG, JPEG, WebP, AVIF or GIF in public/ can be shown';
  const near = names.find((name) => stem(name) === stem(path)) ?? names.find((name) => name.endsWith(`/${path}`));
  return `there is no file ${path} in public/${near ? `; did you mean ${near}?` : ''}`;
}

// `photo.jpeg`, `Photo.JPG` and `photo.png` are the same picture to whoever wrote one of them.
function stem(path: string): string {
  return path.toLowerCase().replace(/\.[^./]+$/, '');
}
