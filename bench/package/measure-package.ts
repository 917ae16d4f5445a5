import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BenchProject, createProject } from '../create-project.ts';
import { namePackage } from '../name-package.ts';
import { repeat } from '../repeat.ts';
import type { Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';
import { installHugo } from './install-hugo.ts';

/** Measures the package as a project has it, beside Hugo, beside the usual tool for such résumés, and beside Node that does nothing. */
export async function measurePackage(tick: Tick): Promise<Section> {
  const hugo = installHugo();
  const project = await createProject();
  const home = await mkdtemp(join(tmpdir(), 'cloud-resume-bench-'));
  try {
    const measure = await prepareRound(project, home, hugo.program);
    const samples = await repeat({ maxRuns: 15, budgetMs: 60_000, tick }, measure);
    const of = (name: keyof (typeof samples)[number]) => summarize(samples.map((sample) => sample[name]));
    return {
      title: `Package: as installed, beside Hugo ${hugo.version}, ${namePackage('resumed')} and bare Node, wall time`,
      rows: [
        { what: 'build after a change, beside Hugo', unit: 'ms', ours: of('built'), theirs: of('hugoBuilt') },
        { what: 'build after a change, beside resumed', unit: 'ms', ours: of('built'), theirs: of('rendered') },
        { what: 'the same without a PDF, beside Hugo', unit: 'ms', ours: of('pageBuilt'), theirs: of('hugoBuilt') },
        { what: 'check, beside bare Node', unit: 'ms', ours: of('checked'), theirs: of('bare') },
        { what: 'check, cold, beside bare Node', unit: 'ms', ours: of('cold'), theirs: of('bare') },
      ],
      notes: [
        'Meant: twice Hugo at most, less than resumed, four times bare Node at most, 400 ms cold. Ours sets a PDF of two sheets anew, too.',
        "Hugo's site is one page of the same words with one layout and no theme, built into a folder that is there.",
      ],
    };
  } finally {
    await project.remove();
    await rm(home, { recursive: true, force: true });
  }
}

/** Installs the package and makes Hugo's site in `home`; gives what runs each program once after a change, in milliseconds. */
async function prepareRound(project: BenchProject, home: string, hugo: string) {
  const command = await installPackage(home);
  const site = await createHugoSite(join(home, 'hugo'));
  const { folder } = project;
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: join(home, 'tmp') };
  await mkdir(env.TMPDIR);
  const run = (program: string, args: readonly string[], cwd: string) => measureWall(program, args, { cwd, env });
  const ours = (...args: readonly string[]) => run(process.execPath, [command, ...args], folder);
  const check = () => ours('check', 'resume.yaml');
  const build = () => ours('build', '--resume', 'resume.yaml');
  const buildPage = async () => {
    await writePage(folder);
    return ours('build', '--resume', 'page.yaml', '--out', 'page');
  };
  return async (index: number) => {
    // What Node has compiled before.
    await rm(env.TMPDIR, { recursive: true });
    await mkdir(env.TMPDIR);
    const cold = await check();
    const checked = await check();
    const bare = await run(process.execPath, ['-e', '0'], folder);
    await project.change(` Before ${index}.`);
    await build();
    await buildPage();
    await project.change(` Change ${index}.`);
    await writeFile(site.page, `${site.text}\nChange ${index}.\n`);
    const built = await build();
    const pageBuilt = await buildPage();
    const hugoBuilt = await run(hugo, ['--quiet'], site.folder);
    const { wallMs: rendered } = await project.render();
    return { cold, checked, bare, built, pageBuilt, hugoBuilt, rendered };
  };
}

/** Writes the same résumé without a PDF. */
async function writePage(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'resume.yaml'), 'utf8');
  const page = text.replace(/^meta:$/m, (line) => `${line}\n  site: { pdf: false }`);
  if (page === text) throw new Error('The sample, resume.yaml, has no meta. Give it one.');
  await writeFile(join(folder, 'page.yaml'), page);
}

/** Packs the package and installs it into a folder, as npm does at a person's; gives its program. */
async function installPackage(home: string): Promise<string> {
  const options = { encoding: 'utf8', stdio: 'pipe' } as const;
  const packed = execFileSync(process.execPath, ['package/pack.ts', home], options);
  const tarball = packed
    .trim()
    .split('\n')
    .find((line) => /\/cloud-resume-\d/.test(line));
  if (tarball === undefined) throw new Error('npm pack made no package. Run npm pack by hand.');
  const project = join(home, 'project');
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', tarball], { ...options, cwd: project });
  return join(project, 'node_modules/cloud-resume/bin/cloud-resume.js');
}

async function createHugoSite(folder: string) {
  await mkdir(join(folder, 'content'), { recursive: true });
  await mkdir(join(folder, 'layouts'), { recursive: true });
  await writeFile(
    join(folder, 'hugo.toml'),
    'baseURL = "https://jane.example/"\ntitle = "Résumé"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
  );
  await writeFile(
    join(folder, 'layouts/index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n',
  );
  const page = join(folder, 'content/_index.md');
  const text = `---\ntitle: Résumé\n---\n${(await readFile(resolve('resume.yaml'), 'utf8')).replaceAll(/^ +- |^[ \w]+: /gm, '\n')}`;
  await writeFile(page, text);
  execFileSync(installHugo().program, ['--quiet'], { cwd: folder });
  return { folder, page, text };
}

/** Runs a program to its end and gives its wall time in milliseconds. Rejects when it fails. */
async function measureWall(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  const start = performance.now();
  const [code] = await once(spawn(program, args, { cwd, env, stdio: 'ignore' }), 'exit');
  const wallMs = performance.now() - start;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}. Run it by hand in ${cwd}.`);
  return wallMs;
}
