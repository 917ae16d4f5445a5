import { originSecretHash } from '../test/fixtures/read-event.ts';

/** Creates the environment in which a function counts in a table on this machine. */
export function createFunctionEnv(tableUrl: string): Readonly<Record<string, string>> {
  return {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL: tableUrl,
    TABLE_NAME: 'visits',
    SEEN_TABLE_NAME: 'visits-seen',
    ORIGIN_SECRET_HASHES: originSecretHash,
  };
}
