import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleAssets } from '#build';
import { type BenchProject, createProject } from '../create-project.ts';
import { namePackage } from '../name-package.ts';
import { createExactRow, type Row, type Section, type Tick } from '../row.ts';
import { listRequests, type Requests } from './list-requests.ts';

type Page = Requests & { readonly bytes: number; readonly brotli: number; readonly gzip: number };

const official = fileURLToPath(import.meta.resolve('@jsonresume/schema/sample.resume.json'));

/** Measures what a browser loads before the page is complete, beside the page of a usual theme. */
export async function measurePage(tick: Tick): Promise<Section> {
  const project = await createProject();
  try {
    const sample = await measureBoth(project, { ours: 'resume.yaml', theirs: 'resume.json' });
    tick();
    const officialSample = await measureBoth(project, { ours: official, theirs: official });
    tick();
    const { scripts } = await bundleAssets();
    const hosts = [...new Set([...sample.theirs.hosts, ...officialSample.theirs.hosts])];
    return {
      title: `Page: HTML and what it needs to be complete (photo aside), beside ${namePackage('jsonresume-theme-even')}`,
      rows: [
        ...createRows('our sample', sample).map((row) =>
          row.what.endsWith('Brotli') ? { ...row, atMost: 14_600 } : row,
        ),
        ...createRows("JSON Resume's sample", officialSample),
        { ...createExactRow('script that counts, gzip', 'bytes', gzipSync(scripts.api).length, 0), atMost: 500 },
      ],
      notes: [
        'Brotli of quality 5, gzip of level 6: every answer by itself. Theirs does not count.',
        `Theirs asks ${hosts.join(', ') || 'no other host'}; what comes from there, and the fonts that it asks for in turn, is not counted.`,
      ],
    };
  } finally {
    await project.remove();
  }
}

type Both = { readonly ours: Page; readonly theirs: Page };

async function measureBoth(project: BenchProject, resumes: { ours: string; theirs: string }): Promise<Both> {
  await project.build(resumes.ours);
  await project.render(resumes.theirs);
  return {
    ours: await measureFile(join(project.folder, 'dist/site'), 'index.html'),
    theirs: await measureFile(project.folder, 'resume.html'),
  };
}

async function measureFile(folder: string, name: string): Promise<Page> {
  const html = await readFile(join(folder, name));
  const requests = listRequests(html.toString('utf8'));
  const own = requests.addresses.filter((address) => address.startsWith('/') && !address.startsWith('//'));
  const answers = [html, ...(await Promise.all(own.map((address) => readFile(join(folder, address)))))];
  const sum = (measure: (answer: Buffer) => Buffer) =>
    answers.reduce((bytes, answer) => bytes + measure(answer).length, 0);
  return {
    ...requests,
    bytes: sum((answer) => answer),
    brotli: sum((answer) => brotliCompressSync(answer, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
    gzip: sum((answer) => gzipSync(answer)),
  };
}

function createRows(resume: string, { ours, theirs }: Both): readonly Row[] {
  return [
    createExactRow(`${resume}, plain`, 'bytes', ours.bytes, theirs.bytes),
    createExactRow(`${resume}, Brotli`, 'bytes', ours.brotli, theirs.brotli),
    createExactRow(`${resume}, gzip`, 'bytes', ours.gzip, theirs.gzip),
    createExactRow(`${resume}, requests`, '', 1 + ours.addresses.length, 1 + theirs.addresses.length),
    createExactRow(`${resume}, other hosts`, '', ours.hosts.length, theirs.hosts.length),
  ];
}
