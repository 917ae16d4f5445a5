import { writePdf } from '#build';
import { defineCommand, resumeOption } from '../define-command.ts';

export const pdf = defineCommand({
  name: 'pdf',
  otherNames: ['print', 'paper', 'typeset'],
  audience: 'people',
  summary: 'Writes the résumé as a PDF',
  details: `Writes the page's words in their order, in one column and with the addresses that the page links. Applicant
systems and screen readers can read it (PDF/UA-1). The same input gives the same bytes. A build has one too,
as site/resume.pdf.`,
  operands: [],
  options: {
    resume: resumeOption,
    out: {
      value: 'FILE',
      short: 'o',
      help: 'Where to write. Default: resume.pdf in this folder, or resume.private.pdf with --private.',
    },
    private: { help: 'Prints what meta.site.private keeps out of everything that is published, too.' },
    paper: {
      value: 'PAPER',
      choices: ['a4', 'letter'],
      help: 'a4 or letter. Default: meta.site.paper, or what the country of the résumé uses.',
    },
  },
  async run({ options }, shell) {
    await writePdf(shell, {
      resume: options.resume,
      out: options.out,
      paper: options.paper,
      isPrivate: options.private,
    });
    return 0;
  },
});
