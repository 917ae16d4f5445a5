import { choosePaper, createSheet, explainMissing, roomiest, type StartedPress, weighSheet } from '#paper';
import type { Paper, Resume } from '#resume';
import { createAccent, type Outline } from '#site';
import { findPress } from './find-press.ts';
import type { Plan } from './keep.ts';

export const pdfPath = 'resume.pdf';

type PrintJob = {
  readonly root: string;
  readonly resume: Resume;
  readonly outline: Outline;
  /** A JPEG of the photo, shown where the settings want it. */
  readonly photo: Uint8Array | undefined;
  readonly paper?: Paper | undefined;
  /** One that prints in a thread of its own. Default: it is printed in this one. */
  readonly press?: StartedPress | undefined;
};

/** Plans the print of a résumé. */
export async function planPdf(job: PrintJob): Promise<Plan> {
  const { root, resume, outline, photo, paper = choosePaper(resume) } = job;
  const { url, color, pdf } = resume.meta?.site ?? {};
  const sheet = createSheet(outline, { accent: createAccent(color).light, origin: url && new URL(url).origin });
  const shown = typeof pdf === 'object' && pdf.photo ? photo : undefined;
  const weight = weighSheet(sheet);
  // What is too long has no press, nor anything of which one would be kept.
  if (weight > roomiest) return refuse(`There is no PDF: ${explainLong(weight)}`);
  const text = JSON.stringify(sheet);
  const press = await findPress(root, text, sheet.language, job.press);
  return {
    name: 'pdf',
    parts: [text, paper, shown ?? '', ...press.parts],
    async explainAbsence() {
      const why = await press.explainAbsence();
      return why && `There is no PDF: ${why}.`;
    },
    async make() {
      const { pdf: body, missing } = await press.print(sheet, { paper, photo: shown });
      const note = explainMissing(missing, sheet.language);
      return { files: new Map([[pdfPath, body]]), notes: note === undefined ? [] : [note] };
    },
  };
}

function refuse(absence: string): Plan {
  return {
    name: 'pdf',
    parts: [],
    explainAbsence: async () => absence,
    make: async () => ({ files: new Map(), notes: [] }),
  };
}

function explainLong(weight: number): string {
  const [is, most] = [Math.ceil(weight / 1000), roomiest / 1000];
  return `the résumé comes to ${is} KB of text, a short one counted as 25 letters, and a PDF has room for ${most} KB. Shorten it, or put a PDF of your own into public/${pdfPath}.`;
}
