import { runRehearsal } from '../rehearsal/run-rehearsal.ts';
import { rehearsePipeline } from './rehearse-pipeline.ts';
import { standIns } from './write-stand-ins.ts';

/**
 * Rehearses the pipeline without GitHub and without an account: `npm run rehearse:pipeline`. Runs the workflow with act, from a
 * first pull request to drift. Words after `npm run rehearse:pipeline --` pick the tests that the first run repeats, as those after
 * `npm test --` do, and leave out the checks of the infrastructure; default: all, and these too. REHEARSAL_LOGS names a folder in
 * which to keep what each run printed; default: nothing is kept.
 */
const words = process.argv.slice(2);
await runRehearsal({
  name: 'rehearsal of the pipeline',
  tools: ['act', 'actionlint', 'zizmor', 'tflint', 'checkov'],
  rehearse: (options) => rehearsePipeline({ ...options, words }),
  standIns: [
    'What stood in for GitHub; for AWS it is what npm run rehearse names:',
    ...standIns.map((text) => `  - ${text}`),
  ],
});
