import { join } from 'node:path';
import { describeCredentials } from './assume-role.ts';
import { accountOwner } from './call-aws.ts';
import { findPort } from './find-port.ts';
import type { Deployed, Environment, Rehearsal } from './rehearsal.ts';
import { type RunningCommand, startCommand } from './run-command.ts';
import { runProject, runTerragrunt } from './run-project.ts';

/**
 * Deploys an environment with the project's own command. As soon as its infrastructure is there, an edge is started that
 * serves it, also by the project's own command, and the command's smoke test goes through that.
 */
export async function deployEnvironment(rehearsal: Rehearsal, environment: Environment): Promise<Deployed> {
  const port = await findPort();
  const url = `https://127.0.0.1:${port}`;
  const caFile = join(environment.checkout, '.local/edge', `${environment.name}-ca.pem`);
  let edge: RunningCommand | undefined;
  await runProject(rehearsal, environment, ['deploy', environment.name, '--yes'], {
    env: { SITE_URL: url, SITE_CA: caFile },
    onOutput(output) {
      if (output.includes('3/4 Site')) edge ??= startEdge(rehearsal, environment, port);
    },
  });
  const [, httpUrl = ''] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(edge?.output() ?? '') ?? [];
  const [site, api, table] = await Promise.all(
    ['s3-cloudfront', 'api_gateway-lambda', 'dynamodb'].map((unit) => readOutputs(rehearsal, environment, unit)),
  );
  return {
    ...environment,
    url,
    httpUrl,
    caFile,
    bucket: site?.bucket ?? '',
    distributionId: site?.distribution_id ?? '',
    apiId: api?.api_id ?? '',
    functionName: api?.function_name ?? '',
    table: table?.table_name ?? '',
    seenTable: table?.seen_table_name ?? '',
  };
}

function startEdge({ env, signal }: Rehearsal, { name, checkout }: Environment, port: number): RunningCommand {
  const program = join(checkout, 'bin/cloud-resume.js');
  const credentials = describeCredentials(accountOwner);
  const args = [program, 'preview', '--aws', name, '--port', String(port), '--no-open'];
  return startCommand(process.execPath, args, { cwd: checkout, env: { ...env, ...credentials }, signal });
}

async function readOutputs(
  rehearsal: Rehearsal,
  environment: Environment,
  unit: string,
): Promise<Record<string, string>> {
  const output = await runTerragrunt(
    rehearsal,
    environment,
    ['output', '-json'],
    { env: { TG_LOG_LEVEL: 'error' } },
    unit,
  );
  const outputs = JSON.parse(output.slice(output.indexOf('{'))) as Record<string, { readonly value: string }>;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}
