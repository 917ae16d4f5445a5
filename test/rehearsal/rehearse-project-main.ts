import { emulatorGaps } from './emulator-gaps.ts';
import { rehearseProject } from './rehearse-project.ts';
import { runRehearsal } from './run-rehearsal.ts';

/** Rehearses the project of this folder: \`npm run rehearse\` in a project that \`npm create cloud-resume\` made. */
await runRehearsal({
  name: 'rehearsal',
  project: process.cwd(),
  rehearse: rehearseProject,
  standIns: ['Where the emulator is not AWS:', ...emulatorGaps.map(({ gap }) => `  - ${gap}`)],
});
