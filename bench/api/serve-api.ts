// A process of its own with the local API and its table in memory, as `npm start` has them. Says where it is and serves until
// whoever started it is gone.
import { startApi, startTable } from '#local';
import { createFunctionEnv } from '../create-function-env.ts';

const [bundle = ''] = process.argv.slice(2);
const table = await startTable();
const api = await startApi({ bundle, env: createFunctionEnv(table.url), log: console.error });
process.on('disconnect', async () => {
  await api.stop();
  await table.stop();
});
process.send?.({ url: api.url });
