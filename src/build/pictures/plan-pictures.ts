import { createSheet, explainMissing } from '#paper';
import type { Resume } from '#resume';
import { createAccent, displayUrl, type Outline, readInitials } from '#site';
import { findPress } from '../find-press.ts';
import type { Plan } from '../keep.ts';
import { readVersion } from '../read-version.ts';
import { drawPictures } from './draw-pictures.ts';
import { loadSharp } from './read-picture.ts';

type PicturesJob = {
  readonly root: string;
  readonly resume: Resume;
  readonly outline: Outline;
  readonly photo: Uint8Array | undefined;
  /** A picture of the person's own for a tab. */
  readonly ownIcon: Uint8Array | undefined;
};

/** Plans the picture of a link and the site's icons. */
export async function planPictures({ root, resume, outline, photo, ownIcon }: PicturesJob): Promise<Plan> {
  const { url, color } = resume.meta?.site ?? {};
  const { accent, language, direction, ...sheet } = createSheet(outline, { accent: createAccent(color).light });
  const name = shorten(sheet.name);
  const label = sheet.label && shorten(sheet.label);
  const words = {
    accent,
    language,
    direction,
    name,
    ...(label && { label }),
    address: url ? shorten(displayUrl(url)) : '',
  };
  // A letter may have marks without end.
  const initials = readInitials(sheet.name).slice(0, 40);
  const text = JSON.stringify({ ...words, initials });
  const press = await findPress(root, text, language);
  return {
    name: 'pictures',
    parts: [text, photo ?? '', ownIcon ?? '', await readVersion('sharp'), ...press.parts],
    async explainAbsence() {
      const loaded = await loadSharp();
      const why = (await press.explainAbsence()) ?? (loaded.sharp ? undefined : loaded.why);
      return why && `There is no picture for links: ${why}.`;
    },
    async make() {
      const loaded = await loadSharp();
      if (!loaded.sharp) throw new Error(`There is no picture for links: ${loaded.why}.`);
      const drawn = { card: { ...words, photo }, initials, ownIcon };
      const { files, missing, why } = await drawPictures(drawn, await press.open(), loaded.sharp);
      const icon = why && `The icons show the initials, because the own one in public/ cannot be drawn: ${why}.`;
      return {
        files,
        notes: [explainMissing(missing, language, 'picture for links'), icon].flatMap((note) => note ?? []),
      };
    },
  };
}

// More has no room in a size that anybody can read.
const maxLength = 300;

function shorten(text: string): string {
  return text.length <= maxLength ? text : `${[...text.slice(0, maxLength)].slice(0, -1).join('')}…`;
}
