import assert from 'node:assert/strict';
import { createZip } from '#build';
import type { Credentials } from '#counter';
import type { AwsCall } from './call-aws.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';

type Try = { readonly what: string; readonly call: AwsCall };

/**
 * Tries what the function's role may do, with the credentials that a function with this role gets. Each thing that is refused is
 * tried as the account's owner too, who may: so it is the role that refuses, and not a mistake in the call.
 */
export async function tryFunctionRole(rehearsal: Rehearsal, environment: Deployed, other: Deployed): Promise<void> {
  const { aws } = rehearsal.emulator;
  const credentials = await borrowCredentials(rehearsal, environment);
  const { allowed, refused } = listTries(environment, other);
  const found: string[] = [];
  for (const { what, call } of allowed) {
    const { status, text } = await aws.call({ ...call, credentials });
    if (status >= 300) found.push(`It may not ${what}: ${status} ${text.slice(0, 200)}`);
  }
  for (const { what, call } of refused) {
    const { status, text } = await aws.call({ ...call, credentials });
    if (status < 400 || !/AccessDenied|not authorized/.test(text))
      found.push(`It may ${what}: ${status} ${text.slice(0, 200)}`);
    const owned = await aws.call(call);
    if (owned.status >= 300) found.push(`Not even the owner may ${what}: ${owned.status} ${owned.text.slice(0, 200)}`);
  }
  assert.deepEqual(found, []);
}

function listTries(
  environment: Deployed,
  other: Deployed,
): { readonly allowed: readonly Try[]; readonly refused: readonly Try[] } {
  const Key = { CounterName: { S: 'rehearsal' } };
  const dynamo = (what: string, operation: string, json: object): Try => ({
    what,
    call: { service: 'dynamodb', target: `DynamoDB_20120810.${operation}`, json },
  });
  const add = {
    Key,
    UpdateExpression: 'ADD #c :one',
    ExpressionAttributeNames: { '#c': 'count' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
  };
  const read = (what: string, service: string, path: string): Try => ({ what, call: { service, method: 'GET', path } });
  return {
    allowed: [environment.table, environment.seenTable].flatMap((TableName) => [
      dynamo(`raise a count of ${TableName}`, 'UpdateItem', { TableName, ...add }),
      dynamo(`read an item of ${TableName}`, 'GetItem', { TableName, Key }),
    ]),
    refused: [
      dynamo(`raise the count of ${other.name}`, 'UpdateItem', { TableName: other.table, ...add }),
      dynamo(`read an item of ${other.name}`, 'GetItem', { TableName: other.table, Key }),
      dynamo('read the whole table', 'Scan', { TableName: environment.table }),
      dynamo('read who was there', 'Scan', { TableName: environment.seenTable }),
      dynamo('replace an item', 'PutItem', { TableName: environment.table, Item: Key }),
      dynamo('delete an item', 'DeleteItem', { TableName: environment.table, Key }),
      dynamo('list the tables', 'ListTables', {}),
      read('list the buckets', 's3', '/'),
      read("read the site's files", 's3', `/${environment.bucket}/site/index.html`),
      read('list the functions', 'lambda', '/2015-03-31/functions/'),
      read('read the distribution', 'cloudfront', `/2020-05-31/distribution/${environment.distributionId}`),
      { what: 'list the roles', call: { service: 'iam', form: { Action: 'ListRoles', Version: '2010-05-08' } } },
      { what: 'list the topics', call: { service: 'sns', form: { Action: 'ListTopics', Version: '2010-03-31' } } },
      {
        what: 'read the log',
        call: { service: 'logs', target: 'Logs_20140328.DescribeLogGroups', json: {} },
      },
    ],
  };
}

/** Runs a function with the same role that tells its credentials. */
async function borrowCredentials(
  { emulator: { aws } }: Rehearsal,
  { functionName, name }: Deployed,
): Promise<Credentials> {
  const { Configuration: original } = JSON.parse(
    await aws.read({ service: 'lambda', method: 'GET', path: `/2015-03-31/functions/${functionName}` }),
  ) as { readonly Configuration: { readonly Role: string } };
  const code = `export const handler = async () => ({ accessKeyId: process.env.AWS_ACCESS_KEY_ID,
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY, sessionToken: process.env.AWS_SESSION_TOKEN });`;
  const probe = `cloud-resume-${name}-probe`;
  const json = {
    FunctionName: probe,
    Role: original.Role,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: Buffer.from(createZip('index.mjs', Buffer.from(code))).toString('base64') },
  };
  await aws.read({ service: 'lambda', path: '/2015-03-31/functions', json });
  try {
    const told = await aws.read({ service: 'lambda', path: `/2015-03-31/functions/${probe}/invocations`, json: {} });
    const credentials = JSON.parse(told) as Credentials;
    assert.ok(credentials.accessKeyId && credentials.sessionToken, told);
    return credentials;
  } finally {
    await aws.call({ service: 'lambda', method: 'DELETE', path: `/2015-03-31/functions/${probe}` });
    const group = { logGroupName: `/aws/lambda/${probe}` };
    await aws.call({ service: 'logs', target: 'Logs_20140328.DeleteLogGroup', json: group });
  }
}
