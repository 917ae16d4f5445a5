// Measures, side by side in one run, what has to stay small, and prints one table. How long something took decides nothing:
// the exit code is 0 when all was measured. Words after `npm run bench --` pick parts by their names.
import { measureApi } from './api/measure-api.ts';
import { measureBuild } from './build/measure-build.ts';
import { measureCost } from './cost/measure-cost.ts';
import { describeMachine, readLoad } from './describe-machine.ts';
import { formatTable } from './format-table.ts';
import { measureLambda } from './lambda/measure-lambda.ts';
import { measureVisits } from './lambda/measure-visits.ts';
import { measurePackage } from './package/measure-package.ts';
import { measurePage } from './page/measure-page.ts';
import { measurePaper } from './paper/measure-paper.ts';
import type { Section } from './row.ts';

const measurements = {
  build: measureBuild,
  package: measurePackage,
  page: measurePage,
  paper: measurePaper,
  function: measureLambda,
  visits: measureVisits,
  'local API': measureApi,
  cost: measureCost,
};

const wanted = process.argv.slice(2);
const loadBefore = readLoad();
const sections: Section[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  process.stderr.write(`Measuring the ${name} `);
  try {
    sections.push(await measure(() => process.stderr.write('.')));
    process.stderr.write(` ${Math.round((performance.now() - start) / 1000)} s\n`);
  } catch (fault) {
    process.stderr.write('\n');
    console.error(`The ${name} could not be measured. ${fault instanceof Error ? fault.message : String(fault)}`);
    process.exitCode = 1;
  }
}
if (sections.length > 0) {
  const load = `load ${loadBefore} at the start, ${readLoad()} at the end`;
  console.log(`${describeMachine()}, ${load}; medians (smallest–largest)\n\n${formatTable(sections)}`);
}
