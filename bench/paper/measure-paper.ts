import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProject } from '#build';
import { openBrowser } from '../../test/browser/open-browser.ts';
import { type BenchProject, createProject } from '../create-project.ts';
import { repeat } from '../repeat.ts';
import type { Row, Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import { followSaves, type Saved } from './follow-saves.ts';

/** Measures what the PDF and the pictures take, beside Chromium's print of the same page. */
export async function measurePaper(tick: Tick): Promise<Section> {
  const project = await createProject();
  const followed = await createProject();
  const preview = await followSaves(followed);
  try {
    await project.build();
    const samples = await repeat({ maxRuns: 10, budgetMs: 30_000, tick }, async (index) => ({
      ...(await takeSample(project)),
      saved: await preview.save(` Change ${index}.`),
      print: await timePrint(pathToFileURL(join(project.folder, 'dist/site/index.html')).href),
    }));
    return {
      title: 'Paper: the PDF and the pictures, beside Chromium printing the same page',
      rows: createRows(samples),
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

/** In milliseconds: the command that writes the PDF, a build that makes all anew, and one for which nothing changed. */
async function takeSample(project: BenchProject) {
  const { wallMs: command } = await project.print();
  await rm(join(project.folder, '.local'), { recursive: true, force: true });
  return { command, created: await timeBuild(project.folder), kept: await timeBuild(project.folder) };
}

type Timed = { readonly ms: number; readonly bytes: number };

type Sample = Awaited<ReturnType<typeof takeSample>> & { readonly saved: Saved; readonly print: Timed };

function createRows(samples: readonly Sample[]): readonly Row[] {
  const theirs = summarize(samples.map(({ print }) => print.ms));
  const row = (what: string, pick: (sample: Sample) => number): Row => ({
    what,
    unit: 'ms',
    ours: summarize(samples.map(pick)),
    theirs,
  });
  return [
    row('cloud-resume pdf, wall time', ({ command }) => command),
    { ...row('a build with PDF and pictures, all new', ({ created }) => created.ms), atMost: 600 },
    { ...row('the same, nothing changed', ({ kept }) => kept.ms), atMost: 50 },
    { ...row('preview: from a save to its page', ({ saved }) => saved.page), atMost: 300 },
    row('preview: from a save to its PDF', ({ saved }) => saved.pdf),
    {
      what: 'the PDF',
      unit: 'bytes',
      ours: summarize(samples.map(({ created }) => created.bytes)),
      theirs: summarize(samples.map(({ print }) => print.bytes)),
    },
  ];
}

async function timeBuild(root: string): Promise<Timed> {
  const start = performance.now();
  const build = await buildProject({ root, resume: 'resume.yaml' });
  const ms = performance.now() - start;
  const pdf = build.kind === 'built' && build.site.files.find(({ path }) => path === 'resume.pdf');
  if (!pdf) throw new Error('The build made no PDF. Run cloud-resume pdf by hand.');
  return { ms, bytes: pdf.body.length };
}

async function timePrint(page: string): Promise<Timed> {
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
