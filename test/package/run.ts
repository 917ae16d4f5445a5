import { runRehearsal } from '../rehearsal/run-rehearsal.ts';
import { rehearsePackage } from './rehearse-package.ts';

/** Rehearses the package: `npm run rehearse:package`. From npm pack to a deployed project and its upgrade. */
await runRehearsal({
  name: 'rehearsal of the package',
  rehearse: rehearsePackage,
  standIns: ['The registry is Verdaccio on this machine, and AWS is MiniStack: see npm run rehearse.'],
});
