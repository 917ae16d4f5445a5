import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseResume } from '#resume';
import { type Measured, measureProcess } from './measure-process.ts';

export type BenchProject = {
  readonly folder: string;
  /** Builds a résumé, the project's own by default, with `cloud-resume build` into `dist/`. */
  build(resume?: string): Promise<Measured>;
  /** Writes `resume.pdf` with `cloud-resume pdf`. */
  print(): Promise<Measured>;
  /** Renders `resume.json`, or another one, with `resumed render` into `resume.html`. */
  render(resume?: string): Promise<Measured>;
  /** Puts a text into the first highlight, in `resume.yaml` and `resume.json` alike. */
  change(text: string): Promise<void>;
  /** Takes away what was built, and what Node compiled for it. */
  clean(): Promise<void>;
  remove(): Promise<void>;
};

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'bin/cloud-resume.js');
const resumed = join(root, 'node_modules/resumed/bin/resumed.js');

/** Creates a project with the sample in a temporary folder, and the same résumé as JSON for other tools. */
export async function createProject(): Promise<BenchProject> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-bench-'));
  const temporary = join(folder, 'tmp');
  // Node keeps its compile cache in the temporary folder; this one is ours to empty.
  const env = { PATH: process.env.PATH, TMPDIR: temporary };
  const yaml = await readFile(join(root, 'resume.yaml'), 'utf8');
  const { resume: sample, source, problems } = parseResume(yaml, 'yaml');
  const highlight = sample?.work?.[0]?.highlights?.[0];
  if (highlight === undefined) {
    const why = problems[0]?.message ?? 'Its first job has no highlight; write one.';
    throw new Error(`The sample, resume.yaml, cannot be changed in its first highlight. ${why}`);
  }
  const json = JSON.stringify(source, undefined, 2);
  await mkdir(temporary);
  await cp(join(root, 'public'), join(folder, 'public'), { recursive: true });

  const write = async (text: string) => {
    const change = (whole: string) => whole.replace(highlight, (found) => `${found}${text}`);
    await writeFile(join(folder, 'resume.yaml'), change(yaml));
    await writeFile(join(folder, 'resume.json'), change(json));
  };
  await write('');

  return {
    folder,
    build: (resume = 'resume.yaml') => measureProcess({ args: [command, 'build', '--resume', resume], folder, env }),
    print: () => measureProcess({ args: [command, 'pdf', '--resume', 'resume.yaml'], folder, env }),
    render: (resume = 'resume.json') =>
      measureProcess({
        args: [resumed, 'render', resume, '--theme', 'jsonresume-theme-even', '--output', 'resume.html'],
        folder,
        env,
      }),
    change: write,
    async clean() {
      await rm(join(folder, 'dist'), { recursive: true, force: true });
      await rm(join(folder, '.local'), { recursive: true, force: true });
      await rm(temporary, { recursive: true });
      await mkdir(temporary);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
