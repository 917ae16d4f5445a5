import { join } from 'node:path';
import {
  type Card,
  choosePaper,
  createSheet,
  describePress,
  explainMissing,
  hasPress,
  openPress,
  type Press,
} from '#paper';
import type { Paper, Resume } from '#resume';
import {
  createAccent,
  createOutline,
  displayUrl,
  type Edition,
  type Outline,
  readInitials,
  type SiteExtras,
} from '#site';
import { type FontFile, findFonts, readFonts } from './find-fonts.ts';
import { type Keep, type Made, openKeep, type Parts } from './keep.ts';
import { cardPath, drawPictures, icoPath, touchIconPath } from './pictures/draw-pictures.ts';
import { preparePhoto } from './pictures/prepare-photo.ts';
import { loadSharp, noSharp } from './pictures/read-picture.ts';
import { readVersion } from './read-version.ts';

export const pdfPath = 'resume.pdf';

/** What the page shows and links beside its text; the photo is there at once, the rest when it is made. */
type Extras = SiteExtras & {
  readonly notes: readonly string[];
  /** Makes the PDF, the share card and the icons, or takes what was made before of the same parts. */
  make(): Promise<Made>;
};

type Source = {
  readonly root: string;
  readonly edition: Edition;
  readonly publicFiles: ReadonlyMap<string, Uint8Array>;
};

/**
 * Plans what goes with the page of an edition, all by its name there; the icons go with the main one. A file of `public/`
 * takes the place of one that would be made.
 */
export async function planExtras({ root, edition, publicFiles }: Source): Promise<Extras> {
  const { prefix, resume } = edition;
  const { outline } = createOutline(resume, publicFiles, prefix);
  const isThere = (path: string) => publicFiles.has(`${prefix}${path}`);
  const pictures = prefix === '' ? [cardPath, touchIconPath, icoPath] : [cardPath];
  const keep = openKeep(join(root, '.local', 'made', prefix));
  const [prepared, isPressed] = await Promise.all([
    outline.photo ? preparePhoto(outline.photo.path, outline.photo.body, keep) : undefined,
    hasPress(),
  ]);
  const photo = prepared?.photo;
  const job = { root, resume, outline, photo: photo?.print, keep };
  const wantsPdf = resume.meta?.site?.pdf !== false && !isThere(pdfPath);
  const wanted = isPressed ? [...(wantsPdf ? [pdfPath] : []), ...pictures] : [];
  const made = wanted.filter((path) => !isThere(path));
  const missing =
    isPressed || !wantsPdf ? [] : [`There is no ${prefix}${pdfPath} and no picture for links: ${noTypst}.`];
  const ownIcon = publicFiles.get('favicon.svg') ?? publicFiles.get('favicon.png');
  return {
    photo,
    paths: [...made, ...[pdfPath, ...pictures].filter(isThere)],
    notes: [...(prepared?.notes ?? []), ...missing],
    async make() {
      const all = [
        made.includes(pdfPath) ? await printResume(job) : undefined,
        made.length > (made.includes(pdfPath) ? 1 : 0) ? await makePictures(job, ownIcon) : undefined,
      ].filter((part) => part !== undefined);
      const files = all.flatMap((part) => [...part.files]).filter(([path]) => made.includes(path));
      return { files: new Map(files), notes: all.flatMap(({ notes }) => notes) };
    },
  };
}

export const noTypst = `Typst, which sets them, does not run on ${process.platform} ${process.arch}`;

type PrintJob = {
  readonly root: string;
  readonly resume: Resume;
  readonly outline: Outline;
  /** A JPEG of the photo, shown where the settings want it. */
  readonly photo: Uint8Array | undefined;
  readonly paper?: Paper | undefined;
  readonly keep: Keep;
};

/** Prints a résumé, or takes the print that was made before of the same parts. The platform has to have Typst. */
export async function printResume({ root, resume, outline, photo, paper, keep }: PrintJob): Promise<Made> {
  const { url, color, pdf } = resume.meta?.site ?? {};
  const sheet = createSheet(outline, { accent: createAccent(color).light, origin: url && new URL(url).origin });
  const shown = typeof pdf === 'object' && pdf.photo ? photo : undefined;
  const options = { paper: paper ?? choosePaper(resume), photo: shown };
  const text = JSON.stringify(sheet);
  const fonts = await findFonts(root, text, sheet.language);
  return makeOnce(keep, 'pdf', [text, options.paper, shown ?? '', ...(await describeParts(fonts))], async () => {
    const press = await openPressWith(fonts);
    const { pdf: body, missing } = press.print(sheet, options);
    const note = explainMissing(missing, sheet.language);
    return { files: new Map([[pdfPath, body]]), notes: note === undefined ? [] : [note] };
  });
}

async function makePictures({ root, resume, outline, photo, keep }: PrintJob, ownIcon: Uint8Array | undefined) {
  const { url, color } = resume.meta?.site ?? {};
  const { accent, language, direction, name, label } = createSheet(outline, { accent: createAccent(color).light });
  const words = { accent, language, direction, name, ...(label && { label }), address: url ? displayUrl(url) : '' };
  const text = JSON.stringify(words);
  const fonts = await findFonts(root, text, language);
  const parts = [text, photo ?? '', ownIcon ?? '', await readVersion('sharp'), ...(await describeParts(fonts))];
  return makeOnce(keep, 'pictures', parts, async () => {
    const sharp = await loadSharp();
    if (!sharp) return { files: new Map(), notes: [`There is no picture for links: ${noSharp}.`] };
    const card: Card = { ...words, photo };
    const files = await drawPictures(
      { card, initials: readInitials(name), ownIcon },
      await openPressWith(fonts),
      sharp,
    );
    return { files, notes: [] };
  });
}

async function makeOnce(keep: Keep, name: string, parts: Parts, make: () => Promise<Made>): Promise<Made> {
  const found = await keep.find(name, parts);
  if (found) return found;
  const made = await make();
  await keep.put(name, parts, made);
  return made;
}

async function describeParts(fonts: readonly FontFile[]): Promise<readonly string[]> {
  const packages = ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/source-sans-3'];
  return [...fonts.map(({ stamp }) => stamp), await describePress(), ...(await Promise.all(packages.map(readVersion)))];
}

async function openPressWith(fonts: readonly FontFile[]): Promise<Press> {
  const press = await openPress(await readFonts(fonts));
  if (!press) throw new Error(`There is no PDF: ${noTypst}.`);
  return press;
}
