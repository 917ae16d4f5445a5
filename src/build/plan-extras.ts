import type { StartedPress } from '#paper';
import { createOutline, type Edition, type SiteExtras } from '#site';
import { type Made, openKeep, type Plan } from './keep.ts';
import { cardPath, icoPath, touchIconPath } from './pictures/draw-pictures.ts';
import { planPictures } from './pictures/plan-pictures.ts';
import { type PreparedPhoto, preparePhoto } from './pictures/prepare-photo.ts';
import { pdfPath, planPdf } from './plan-pdf.ts';

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
  /** Paths that a build makes, of all editions. */
  readonly generated: readonly string[];
  /** The photos that this build prepares, by path: editions that show the same one share it. */
  readonly photos: Map<string, Promise<PreparedPhoto>>;
  /** What prints beside all else. */
  readonly press: StartedPress | undefined;
};

/**
 * Plans what goes with the page of an edition, all by its name there; the icons go with the main one. A file of `public/`
 * takes the place of one that would be made, and what this machine cannot make is a note.
 */
export async function planExtras({ root, edition, publicFiles, generated, photos, press }: Source): Promise<Extras> {
  const { prefix, resume } = edition;
  // The page is outlined again: it links what turns out to be possible here.
  const { outline } = createOutline(resume, publicFiles, prefix, generated);
  const keep = openKeep(root, prefix);
  const prepared = outline.photo && (await sharePhoto(outline.photo));
  const photo = prepared?.photo;
  const job = { root, resume, outline, photo: photo?.print };
  const ownIcon = publicFiles.get('favicon.svg') ?? publicFiles.get('favicon.png');

  const isThere = (path: string) => publicFiles.has(`${prefix}${path}`);
  const pictures = prefix === '' ? [cardPath, touchIconPath, icoPath] : [cardPath];
  const plans = await Promise.all([
    resume.meta?.site?.pdf === false
      ? undefined
      : look([pdfPath], () => planPdf({ ...job, press }), press !== undefined),
    look(pictures, () => planPictures({ ...job, ownIcon })),
  ]);
  const found = plans.filter((plan) => plan !== undefined);
  const possible = found.filter(({ absence }) => absence === undefined);
  return {
    photo,
    paths: [...possible.flatMap(({ paths }) => paths), ...[pdfPath, ...pictures].filter(isThere)],
    notes: [...(prepared?.notes ?? []), ...found.flatMap(({ absence }) => absence ?? [])],
    async make() {
      const files: (readonly [string, Uint8Array])[] = [];
      const notes: string[] = [];
      for (const { paths, name, parts, kept, making, make } of possible) {
        const made = kept ?? (await (making ?? make()));
        if (!kept) await keep.put(name, parts, made);
        files.push(...[...made.files].filter(([path]) => paths.includes(path)));
        // What the PDF has no letters for, the card has none for either.
        if (notes.length === 0) notes.push(...made.notes);
      }
      return { files: new Map(files), notes };
    },
  };

  function sharePhoto({ path, body }: { readonly path: string; readonly body: Uint8Array }) {
    const preparing = photos.get(path) ?? preparePhoto(path, body, keep);
    photos.set(path, preparing);
    return preparing;
  }

  // What was made before needs no tool, so none is loaded for it.
  async function look(names: readonly string[], plan: () => Promise<Plan>, isElsewhere = false) {
    const paths = names.filter((path) => !isThere(path));
    if (paths.length === 0) return undefined;
    const planned = await plan();
    const kept = await keep.find(planned.name, planned.parts);
    const absence = kept ? undefined : await planned.explainAbsence();
    const making = isElsewhere && !kept && absence === undefined ? planned.make() : undefined;
    // Whoever asks for it is told, which is later.
    making?.catch(() => {});
    return { ...planned, paths, kept, making, absence };
  }
}
