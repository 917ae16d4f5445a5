import { extname, resolve } from 'node:path';
import { describeResume, importPhoto, paintProblem } from '#build';
import { type ImportedResume, writeResume } from '#formats';
import { formatImport, readForeign } from '#project';
import { formatProblems, parseResumeFile, type Resume } from '#resume';
import { defineCommand } from '../define-command.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import { writeNew } from '../write-new.ts';

export const importCommand = defineCommand({
  name: 'import',
  otherNames: ['convert', 'from', 'migrate'],
  audience: 'people',
  summary: 'Makes a résumé of one in another format',
  details: `Reads JSON Resume (old and new), RenderCV, YAMLResume, Reactive Resume (JSON), FRESH, LinkedIn's data export
(the ZIP, or the folder it was unpacked into) and Europass (the XML, or a PDF that has it). What has no place in the new file is listed
with its place in the old one. Nothing is ever overwritten, and nothing leaves this machine.`,
  operands: ['FILE'],
  options: {
    out: {
      value: 'FILE',
      short: 'o',
      help: 'The file to write, YAML or JSON by its ending. Default: resume.yaml.',
    },
    photo: { help: 'Brings a photo that lies on another host, or in the file itself, into public/.' },
  },
  async run({ options, operands: [named] }, shell) {
    if (named === undefined) throw new UserError('Name a file: npx cloud-resume import rendercv.yaml.', 2);
    const out = options.out ?? 'resume.yaml';
    const format = readFormat(out);
    const imported = await readForeign(shell.root, named);
    const text = writeResume(imported, format);
    const remedy = `Name another with -o, such as -o imported${extname(out)}, or move it away.`;
    await writeNew(resolve(shell.root, out), out, text, remedy);
    shell.print(formatImport(imported, shell.paint));

    const { text: shown, parsed } = parseResumeFile({ name: out, format, bytes: new TextEncoder().encode(text) });
    const { resume, problems } = parsed;
    if (!resume) {
      shell.print(formatProblems(problems, { name: out, text: shown }, 'text', paintProblem(shell.paint)).trimEnd());
      shell.print(`\nWrote ${printable(out)}. Mend what is said above, then run npx cloud-resume check.`);
      return 1;
    }
    shell.print(`${shell.paint('good', 'Wrote')} ${printable(out)}: ${describeResume(resume)}.`);
    for (const line of adviseOnPrivacy(resume)) shell.print(line);
    if (options.photo) await bringPhoto(imported, named, out, shell);
    return 0;
  },
});

function readFormat(out: string): 'yaml' | 'json' {
  const ending = extname(out).toLowerCase();
  if (ending === '.json') return 'json';
  if (ending === '.yaml' || ending === '.yml') return 'yaml';
  throw new UserError(
    `${printable(out)} ends with neither .yaml nor .json. Name one that does, such as resume.yaml.`,
    2,
  );
}

function adviseOnPrivacy({ basics }: Resume): readonly string[] {
  const shown = [basics.phone && 'your phone number', basics.location?.address && 'your street'].filter(Boolean);
  if (shown.length === 0) return [];
  return [
    `It has ${shown.join(' and ')}, and the page is for everybody: name what you don't want to show under meta.site.private.`,
  ];
}

// The page leaves out a picture on another host, so a résumé that was parsed does not have it.
async function bringPhoto({ data }: ImportedResume, named: string, out: string, shell: Shell): Promise<void> {
  const { image } = (data as { readonly basics?: { readonly image?: unknown } }).basics ?? {};
  const written = typeof image === 'string' ? /^data:image\/[\w+.-]+;base64,(.+)$/s.exec(image)?.[1] : undefined;
  if (typeof image !== 'string' || (written === undefined && !/^https?:\/\//i.test(image))) {
    shell.print('There is no photo on another host to bring.');
    return;
  }
  const brought =
    written === undefined
      ? await importPhoto(shell.root, image, out)
      : await importPhoto(shell.root, `photo:${named}`, out, async () =>
          Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0)),
        );
  shell.print(`${shell.paint('good', 'Wrote')} public/${brought.image}, ${brought.width} × ${brought.height} pixels.`);
}
