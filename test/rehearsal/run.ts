import { emulatorGaps } from './emulator-gaps.ts';
import { rehearse } from './rehearse.ts';
import { runRehearsal } from './run-rehearsal.ts';

/**
 * Rehearses a deployment against an emulated AWS: `npm run rehearse`. From an empty account to two environments, what can be done
 * with them, and back.
 */
await runRehearsal({
  name: 'rehearsal',
  rehearse,
  standIns: [
    'Where the emulator is not AWS, and what stood in for it:',
    ...emulatorGaps.map(({ gap, instead }) => `  - ${gap}\n    ${instead}`),
  ],
});
