import { join, relative, resolve } from 'node:path';
import { addSiteUrl, writeResume } from '#formats';
import { createProject, formatImport, readForeign, refuseOccupied } from '#project';
import { parseResume } from '#resume';
import { defineCommand } from '../define-command.ts';
import { readOwnVersion } from '../engine-folder.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Writes a new project. */
export const init = defineCommand({
  name: 'init',
  otherNames: ['create', 'new'],
  audience: 'people',
  summary: 'Writes a new project: a résumé to begin with, and all that a site on AWS needs',
  details: `Writes into DIR, or into this folder, which has to be empty: nothing is ever overwritten. Asks for your name
and the site's address; the options answer too, and without a terminal nothing is asked.

npm create cloud-resume my-resume does the same without an installation.`,
  operands: ['[DIR]'],
  options: {
    name: { value: 'NAME', help: 'Your name. Default: it is asked for, or else "Your Name".' },
    url: {
      value: 'URL',
      help: 'The address that the site will have, such as https://jane.example. Default: none yet.',
    },
    from: {
      value: 'FILE',
      help: 'A résumé that you have, in any format that import reads. Default: one to begin with.',
    },
    yes: { help: 'Asks nothing.' },
  },
  async run({ options, operands: [named] }, shell) {
    const folder = resolve(shell.root, named ?? '.');
    const asks = shell.canAsk && !options.yes;
    if (options.url !== undefined) refuseAddress(options.url);
    // Nobody shall answer for nothing.
    await refuseOccupied(folder);
    const resume = options.from === undefined ? undefined : await importFrom(options.from, shell);
    const isNamed = options.name !== undefined || resume !== undefined;
    const name = options.name ?? resume?.name ?? (!isNamed && asks ? await shell.ask('Your name: ') : '');
    const url = (options.url ?? (asks ? await askAddress(shell) : '')).replace(/\/$/, '');
    const paths = await createProject({
      folder,
      name: name === '' ? 'Your Name' : name,
      url,
      version: readOwnVersion(),
      resume: resume && { ...resume, text: url === '' ? resume.text : addSiteUrl(resume.text, url) },
    });
    const shown = printable(relative(shell.root, folder));
    shell.print(
      `${shell.paint('good', 'Wrote')} ${paths.length} files into ${shown === '' ? 'this folder' : join(shown, '/')}.`,
    );
    // Each on its own line: the PowerShell that Windows comes with knows no &&.
    const next = [...(shown === '' ? [] : [`cd ${quote(shown)}`]), 'npm install', 'npm start'];
    shell.print(`\nNext:\n${next.map((line) => `  ${line}`).join('\n')}`);
    return 0;
  },
});

async function askAddress(shell: Shell): Promise<string> {
  const answer = await shell.ask('The address that the site will have, if you know it (https://…): ');
  if (answer === '' || isAddress(answer)) return answer;
  shell.warn(explainAddress(answer));
  return askAddress(shell);
}

function refuseAddress(url: string): void {
  if (!isAddress(url)) throw new UserError(explainAddress(url), 2);
}

function isAddress(text: string): boolean {
  return /^https:\/\/[^/\s]+\/?$/.test(text);
}

function explainAddress(written: string): string {
  return `"${printable(written)}" is not the address of a site. Write one such as https://jane.example.`;
}

/** The new project's résumé is YAML, whatever the old one was. */
async function importFrom(
  named: string,
  shell: Shell,
): Promise<{ readonly file: string; readonly text: string; readonly name: string | undefined }> {
  const imported = await readForeign(shell.root, named);
  shell.print(formatImport(imported, shell.paint));
  const text = writeResume(imported, 'yaml');
  return { file: 'resume.yaml', text, name: parseResume(text, 'yaml').resume?.basics.name };
}

function quote(path: string): string {
  const safe = path.startsWith('-') ? `./${path}` : path;
  if (/^[\w./-]+$/.test(safe)) return safe;
  return /[$`"!]/.test(safe) ? `'${safe.replaceAll("'", "'\\''")}'` : `"${safe}"`;
}
