import { importPhoto } from '#build';
import { defineCommand, resumeOption } from '../define-command.ts';
import { printable } from '../printable.ts';
import { showProgress } from '../show-progress.ts';
import { UserError } from '../user-error.ts';

export const photo = defineCommand({
  name: 'photo',
  otherNames: ['image', 'picture', 'avatar', 'portrait'],
  audience: 'people',
  summary: 'Brings a picture into public/ and names it in the résumé',
  details: `Takes a JPEG, PNG, WebP, AVIF or GIF of at most 10 MB from a file or a public https:// address, turns it
upright, removes what the camera noted (such as the place), and writes it to public/ and its name into the
résumé.`,
  operands: ['FILE|URL'],
  options: { resume: resumeOption },
  async run({ options, operands: [from] }, shell) {
    if (from === undefined)
      throw new UserError('Name a picture: npx cloud-resume photo me.jpg, or an https:// address.', 2);
    const imported = importPhoto(shell.root, from, options.resume);
    const { image, width, height, resume, note } = await showProgress(shell, 'Bringing the picture', imported);
    shell.print(
      `${shell.paint('good', 'Wrote')} public/${image}, ${width} × ${height} pixels, and its name into ${printable(resume)}.`,
    );
    if (note !== undefined) shell.print(note);
    return 0;
  },
});
