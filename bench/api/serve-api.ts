// A process of its own with local APIs and their table in memory, as `npm start` has one. Says where they are, in the order of
// the bundles that it was given, and serves until whoever started it is gone.
import { startApi, startTable } from '#preview';
import { createFunctionEnv } from '../create-function-env.ts';

const table = await startTable();
const env = createFunctionEnv(table.url);
const apis = await Promise.all(process.argv.slice(2).map((bundle) => startApi({ bundle, env })));
process.on('disconnect', async () => {
  for (const { stop } of [...apis, table]) await stop();
});
process.send?.(apis.map(({ url }) => url));
