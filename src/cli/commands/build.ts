import { buildDist } from '#build';
import { defineCommand, resumeOption } from '../define-command.ts';

export const build = defineCommand({
  name: 'build',
  otherNames: ['compile', 'export', 'render', 'generate'],
  audience: 'people',
  summary: 'Writes the site and the Lambda function, ready to deploy',
  details: `Writes into DIR: site/ (the files), lambda/ and lambda.zip (the function), and manifest.json (what they are).
The same input gives the same bytes on every machine; only a PDF in letters that come from the system's fonts has its
machine's. Nothing that a build did not make is changed or deleted.`,
  operands: [],
  options: {
    resume: resumeOption,
    out: { value: 'DIR', short: 'o', help: 'Where to write. Default: dist.' },
    strict: { help: 'Takes notes for errors: a résumé that cannot be used as it is written is not built.' },
  },
  async run({ options }, shell) {
    await buildDist(shell, { resume: options.resume, out: options.out, strict: options.strict });
    return 0;
  },
});
