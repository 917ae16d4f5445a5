import { lstat, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder, placeFile, printable, readOrdinaryFile, UserError } from '#cli';
import { decodeResume, parseResume, setImage } from '#resume';
import { findResume } from '../find-resume.ts';
import { findPublic } from '../read-public.ts';
import { replaceFile } from '../replace-file.ts';
import { fetchPicture, maxBytes } from './fetch-picture.ts';
import { explainSmall } from './prepare-photo.ts';
import { loadSharp, readPicture } from './read-picture.ts';

type ImportedPhoto = {
  /** The résumé's file, as it was named. */
  readonly resume: string;
  /** The picture's path in `public/`. */
  readonly image: string;
  readonly width: number;
  readonly height: number;
  /** What there is to say about it. */
  readonly note?: string;
};

// More than any page shows, and little enough for a repository.
const maxSide = 1600;
const formats = ['jpeg', 'png', 'webp', 'avif', 'heif', 'gif'];

/**
 * Brings a picture from a file or an `https://` address into `public/`, upright and without what the camera noted, and writes
 * its name into the résumé. Throws a `UserError` when it cannot be had or is not a picture; then nothing is changed.
 */
export async function importPhoto(
  root: string,
  from: string,
  resume?: string,
  fetchFrom = fetchPicture,
): Promise<ImportedPhoto> {
  await findPublic(root);
  const file = await findResume(root, resume);
  const { text } = decodeResume(file.bytes);
  if (text === undefined) throw new UserError(`${printable(file.name)} is not text. Run npx cloud-resume check.`, 1);
  const { resume: present } = parseResume(text, file.format, { withPrivate: true });
  const bytes = /^[a-z][a-z0-9+.-]+:/i.test(from) ? await fetchFrom(from) : await readPictureFile(root, from);
  const { body, ending, width, height } = await clean(bytes, from);

  const image = await chooseName(root, ending, body, present?.basics.image);
  const edited = setImage(text, file.format, image);
  if (edited === undefined) {
    throw new UserError(
      `There is no place for a picture in ${file.name}. Write image: ${image} below basics, then run this again.`,
      1,
    );
  }
  try {
    await makeFolder(join(root, 'public'));
    await placeFile(join(root, 'public', image), body);
  } catch (cause) {
    const remedy = 'Check that it is yours to write and that the disk has room; nothing was changed.';
    throw new Error(`public/${image} cannot be written. ${remedy}`, { cause });
  }
  if (edited !== text) await replaceFile(file.path, edited);
  const note = explainSmall(image, width, height);
  return { resume: file.name, image, width, height, ...(note && { note }) };
}

async function readPictureFile(root: string, name: string): Promise<Uint8Array> {
  const remedy = 'Name a picture, of 10 MB at most.';
  return readOrdinaryFile({ path: resolve(root, name), name, maxBytes, remedy, exitCode: 2 });
}

async function clean(bytes: Uint8Array, from: string) {
  const loaded = await loadSharp();
  if (!loaded.sharp) throw new UserError(`No picture can be brought in: ${loaded.why}.`, 3);
  const found = await readPicture(loaded.sharp, bytes);
  const why = found.picture ? undefined : found.why;
  if (!found.picture || !formats.includes(found.format)) {
    throw new UserError(
      `${printable(from)} cannot be the photo: ${why ?? `it is a drawing (${found.picture && found.format}); save it as PNG`}.`,
      2,
    );
  }
  const shrunk = found.picture.resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true });
  try {
    const { isOpaque } = await found.picture.clone().stats();
    const made = isOpaque ? shrunk.jpeg({ quality: 90, mozjpeg: true }) : shrunk.png({ compressionLevel: 9 });
    const { data, info } = await made.toBuffer({ resolveWithObject: true });
    return { body: data, ending: isOpaque ? 'jpg' : 'png', width: info.width, height: info.height };
  } catch {
    throw new UserError(
      `${printable(from)} cannot be the photo: the file is damaged; save it again as JPEG or PNG, or take another.`,
      2,
    );
  }
}

/** A picture that the résumé names is replaced; what it does not name, and what is no file, is somebody's own. */
async function chooseName(
  root: string,
  ending: string,
  body: Uint8Array,
  present: string | undefined,
): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `photo.${ending}` : `photo-${number}.${ending}`;
    const path = join(root, 'public', name);
    const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw new UserError(`public/${name} cannot be read (${error.code}). Check it.`, 1);
    });
    if (found === undefined) return name;
    if (!found.isFile()) continue;
    if (name === present || Buffer.compare(await readFile(path), body) === 0) return name;
  }
}
