import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProject } from '#build';
import { openBrowser } from '../../test/browser/open-browser.ts';
import { createProject } from '../create-project.ts';
import { repeat } from '../repeat.ts';
import type { Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import { followSaves } from './follow-saves.ts';

/** Measures what the PDF and the pictures take, beside Chromium's print of the same page. */
export async function measurePaper(tick: Tick): Promise<Section> {
  const project = await createProject();
  const followed = await createProject();
  const preview = await followSaves(followed);
  try {
    await project.build();
    const page = pathToFileURL(join(project.folder, 'dist/site/index.html')).href;
    const samples = await repeat({ maxRuns: 10, budgetMs: 30_000, tick }, async (index) => {
      const command = await project.print();
      await rm(join(project.folder, '.local'), { recursive: true, force: true });
      const created = await timeBuild(project.folder);
      const kept = await timeBuild(project.folder);
      const saved = await preview.save(` Change ${index}.`);
      const print = await timePrint(page);
      return {
        command: command.wallMs,
        created,
        kept,
        saved,
        print: print.ms,
        bytes: created.bytes,
        printed: print.bytes,
      };
    });
    const theirs = summarize(samples.map(({ print }) => print));
    const ours = (pick: (sample: (typeof samples)[number]) => number) => summarize(samples.map(pick));
    return {
      title: 'Paper: the PDF and the pictures, beside Chromium printing the same page',
      rows: [
        { what: 'cloud-resume pdf, wall time', unit: 'ms', ours: ours(({ command }) => command), theirs },
        {
          what: 'a build with PDF and pictures, all new',
          unit: 'ms',
          ours: ours(({ created }) => created.ms),
          theirs,
          atMost: 600,
        },
        { what: 'the same, nothing changed', unit: 'ms', ours: ours(({ kept }) => kept.ms), theirs, atMost: 50 },
        {
          what: 'preview: from a save to its page',
          unit: 'ms',
          ours: ours(({ saved }) => saved.page),
          theirs,
          atMost: 300,
        },
        { what: 'preview: from a save to its PDF', unit: 'ms', ours: ours(({ saved }) => saved.pdf), theirs },
        {
          what: 'the PDF',
          unit: 'bytes',
          ours: ours(({ bytes }) => bytes),
          theirs: summarize(samples.map(({ printed }) => printed)),
        },
      ],
      notes: [
        'A build: page, photo, PDF, share card and icons, in a process that has built before.',
        'The preview: from before the file is written until the page, or the PDF, has been fetched.',
        "Theirs is one PDF alone, with the browser's start; it has no author, and other bytes each time.",
      ],
    };
  } finally {
    await preview.stop();
    await Promise.all([project.remove(), followed.remove()]);
  }
}

async function timeBuild(root: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const start = performance.now();
  const build = await buildProject({ root, resume: 'resume.yaml' });
  const ms = performance.now() - start;
  const pdf = build.kind === 'built' && build.site.files.find(({ path }) => path === 'resume.pdf');
  if (!pdf) throw new Error('The build made no PDF. Run cloud-resume pdf by hand.');
  return { ms, bytes: pdf.body.length };
}

async function timePrint(page: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const start = performance.now();
  const browser = await openBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(page);
    const pdf = await tab.pdf({ format: 'A4', tagged: true, outline: true });
    return { ms: performance.now() - start, bytes: pdf.length };
  } finally {
    await browser.close();
  }
}
