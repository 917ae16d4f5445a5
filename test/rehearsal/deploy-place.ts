import { join } from 'node:path';
import { describeCredentials } from './assume-role.ts';
import { accountOwner } from './call-aws.ts';
import { findPort } from './find-port.ts';
import type { Deployed, House, Place } from './house.ts';
import { type RunningCommand, startCommand } from './run-command.ts';
import { runProject, runTerragrunt } from './run-project.ts';

/**
 * Deploys a place with the project's own command. As soon as its infrastructure is there, an edge is started that serves it, also by
 * the project's own command, and the command's smoke test goes through that.
 */
export async function deployPlace(house: House, place: Place): Promise<Deployed> {
  const port = await findPort();
  const url = `https://127.0.0.1:${port}`;
  const caFile = join(place.checkout, '.local/edge', `${place.name}-ca.pem`);
  let edge: RunningCommand | undefined;
  await runProject(house, place, ['deploy', place.name, '--yes'], {
    env: { SITE_URL: url, SITE_CA: caFile },
    onOutput(output) {
      if (output.includes('3/4 Site')) edge ??= startEdge(house, place, port);
    },
  });
  const [, httpUrl = ''] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(edge?.output() ?? '') ?? [];
  const [site, api, table] = await Promise.all(
    ['s3-cloudfront', 'api_gateway-lambda', 'dynamodb'].map((unit) => readOutputs(house, place, unit)),
  );
  return {
    ...place,
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

function startEdge({ env, signal }: House, { name, checkout }: Place, port: number): RunningCommand {
  const program = join(checkout, 'bin/cloud-resume.js');
  const credentials = describeCredentials(accountOwner);
  const args = [program, 'preview', '--aws', name, '--port', String(port), '--no-open'];
  return startCommand(process.execPath, args, { cwd: checkout, env: { ...env, ...credentials }, signal });
}

async function readOutputs(house: House, place: Place, unit: string): Promise<Record<string, string>> {
  const output = await runTerragrunt(house, place, ['output', '-json'], { env: { TG_LOG_LEVEL: 'error' } }, unit);
  const outputs = JSON.parse(output.slice(output.indexOf('{'))) as Record<string, { readonly value: string }>;
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}
