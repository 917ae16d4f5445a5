import { basename, dirname, extname, join } from 'node:path';
import { findNearTag, findResumes, formatChecked, readTag } from '#build';
import { decodeResume, nameLanguage, parseResumeFile, prepareTranslation, translateRemark } from '#resume';
import { defineCommand, resumeOption } from '../define-command.ts';
import { limitLines } from '../limit-lines.ts';
import { printable } from '../printable.ts';
import { UserError } from '../user-error.ts';
import { explainPresent, writeNew } from '../write-new.ts';

const remedyForPresent = 'Edit it, or move it away first.';

/** Begins the résumé in another language. */
export const translate = defineCommand({
  name: 'translate',
  otherNames: ['language', 'localize', 'i18n', 'copy'],
  audience: 'people',
  summary: 'Begins the résumé in another language, with a remark at each text to translate',
  details: `Copies resume.yaml to resume.LANGUAGE.yaml, where LANGUAGE is a tag such as de or pt-BR, and writes "${translateRemark}"
after each text to translate; for JSON, which has no remarks, it lists them. The site shows the new one at
/LANGUAGE/, and check tells what is left and what is no longer in step. Nothing is ever overwritten.`,
  operands: ['LANGUAGE'],
  options: { resume: resumeOption },
  async run({ options, operands: [written] }, shell) {
    if (written === undefined) throw new UserError('Name a language by its tag: npx cloud-resume translate de.', 2);
    const tag = readTag(written);
    if (tag === undefined) throw new UserError(explainTag(written), 2);
    const { main, others, first } = await findAll(shell.root, options.resume);
    const present = others.find(({ language }) => language === tag);
    if (present) throw new UserError(explainPresent(present.name, remedyForPresent), 2);
    const { parsed, ...shown } = parseResumeFile(main);
    const { text } = decodeResume(main.bytes);
    if (!parsed.resume || text === undefined)
      throw new UserError(formatChecked([{ name: main.name, ...shown, problems: parsed.problems }], shell), 1);
    for (const [{ name }, resume] of [
      [main, parsed.resume] as const,
      [first, parseResumeFile(first).parsed.resume] as const,
    ]) {
      const language = resume?.meta?.language ?? 'en';
      if (language.toLowerCase() !== tag.toLowerCase()) continue;
      const remedy = 'Name another, or write the one that it is in under meta.language.';
      throw new UserError(`${printable(name)} itself is in ${nameLanguage(tag)}. ${remedy}`, 2);
    }

    const name = first.name.replace(/(\.[^.]*)?$/, `.${tag}${extname(main.name)}`);
    const { text: copy, isMarked, places } = prepareTranslation(text, main.format, tag);
    await writeNew(join(dirname(main.path), basename(name)), name, copy, remedyForPresent);
    const count = places.length === 1 ? '1 text' : `${places.length} texts`;
    const copied = `a copy of ${printable(main.name)} with ${count} to translate into ${nameLanguage(tag)}`;
    shell.print(`${shell.paint('good', 'Wrote')} ${printable(name)}, ${copied}.`);
    if (isMarked) {
      shell.print(`Each has "${translateRemark}" behind it: remove that when it is done.`);
    } else {
      const lines = places.map(({ path, line }) => `  ${printable(name)}:${line}  ${printable(path)}`);
      for (const line of limitLines(lines)) shell.print(line);
    }
    shell.print(`The page is at /${tag}/ from the next build on; npx cloud-resume check tells what is left.`);
    return 0;
  },
});

/** The file to copy, and the one that it shall stand beside: not another where that is a translation itself. */
async function findAll(root: string, named: string | undefined) {
  const { main, others, shared } = await findResumes(root, named);
  if (shared === undefined) return { main, others, first: main };
  return { main, others: (await findResumes(root, shared.name)).others, first: shared };
}

function explainTag(written: string): string {
  const near = findNearTag(written);
  const remedy = near === undefined ? 'Write one such as de, fr, pt-BR or zh-Hant.' : `Did you mean "${near}"?`;
  return `"${printable(written)}" is not the tag of a language. ${remedy}`;
}
