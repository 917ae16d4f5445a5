import { existsSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import type { DayReaderOptions } from '#counter';
import type { Shell } from '../../shell.ts';
import { showProgress } from '../../show-progress.ts';
import { UserError } from '../../user-error.ts';

/** Where visits are kept, and for whom it was opened. */
export type Visits = {
  /** Whose they are, as a report names it. */
  readonly name: string;
  readonly table: DayReaderOptions;
  /** Makes of an error of the table one that says what to do next. */
  explain(error: unknown): unknown;
  stop(): Promise<void>;
};

type Place = {
  /** The environment. */
  readonly named: string | undefined;
  /** Whether those of the preview are meant. */
  readonly isLocal: boolean;
  /** Whether something has to be counted there already. Default: false. */
  readonly mustExist?: boolean;
};

/** Finds what an environment, or the preview of this folder, has counted. */
export function findVisits({ named, isLocal, mustExist = false }: Place, shell: Shell): Promise<Visits> {
  return isLocal ? findLocalVisits(shell.root, mustExist) : findCloudVisits(named, shell);
}

// While a preview runs too.
async function findLocalVisits(root: string, mustExist: boolean): Promise<Visits> {
  const folder = join(root, '.local', 'table');
  if (mustExist && !existsSync(folder)) {
    throw new UserError('Your preview has counted nothing yet. Run it once first: npm start.');
  }
  // Loaded here, because it has an emulator behind it that no other table needs.
  const { describeTable, openTable } = await import('#preview');
  const { url, stop } = await openTable(folder);
  return { name: 'your preview', table: describeTable(url), explain: (error) => error, stop };
}

/** How long the table may take for an answer. Somebody waits for it, and from farther away than the function. */
const timeoutMs = 3000;

// By what its infrastructure says of its table.
async function findCloudVisits(named: string | undefined, shell: Shell): Promise<Visits> {
  const { findEnvironment, readOutputs } = await import('#terragrunt');
  const environment = await findEnvironment(shell.root, named, 'stats', ' --local shows those of your preview.');
  const unit = { unit: 'dynamodb', what: 'table', names: ['table_name', 'table_arn'] } as const;
  const asking = readOutputs(environment, unit, shell);
  const { table_name: table, table_arn: arn } = await showProgress(
    shell,
    'Asking Terragrunt where the table is',
    asking,
  );
  // arn:aws:dynamodb:<region>:<account>:table/<name>
  const region = arn.split(':')[3] ?? '';
  const { wrapAwsError, readCredentials } = await import('#aws');
  const credentials = await readCredentials(region, shell.env);
  const endpoint = shell.env.AWS_ENDPOINT_URL_DYNAMODB || shell.env.AWS_ENDPOINT_URL || undefined;
  const module = endpoint?.startsWith('http:') ? http : https;
  return {
    name: environment.name,
    table: { http: module, region, credentials, endpoint, table, timeoutMs },
    explain: (error) => wrapAwsError(`The table ${table} did not answer`, (error as Error).cause ?? error),
    stop: async () => {},
  };
}
