import { createDynamoStore, createGatewayHandler, type GatewayHandler } from '#aws';
import { createVisits, type VisitLogEntry } from '#visits';

/** What AWS Lambda calls with each event of the API. The environment is read once, when the sandbox starts. */
export const handler = createHandler(process.env);

function createHandler(env: NodeJS.ProcessEnv): GatewayHandler {
  const [region, accessKeyId, secretAccessKey, table] = readSettings(env, [
    'AWS_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'TABLE_NAME',
  ]);
  const sessionToken = env.AWS_SESSION_TOKEN;
  const endpoint = env.AWS_ENDPOINT_URL_DYNAMODB || env.AWS_ENDPOINT_URL;

  const store = createDynamoStore({
    // An `import` of such a module reads its every export, and one of them loads all of fetch: 50 ms of a cold start.
    http: process.getBuiltinModule(endpoint?.startsWith('http:') ? 'node:http' : 'node:https'),
    region,
    table,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    ...(endpoint && { endpoint }),
  });
  return createGatewayHandler({ visits: createVisits({ store, log: writeLine }), log: writeLine });
}

function readSettings<const Names extends readonly string[]>(
  env: NodeJS.ProcessEnv,
  names: Names,
): { [Index in keyof Names]: string } {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Error(
      `The function cannot start without ${missing.join(', ')}. ` +
        'On AWS, deploy the api_gateway-lambda unit, which sets TABLE_NAME; elsewhere, set them by hand.',
    );
  }
  return names.map((name) => env[name] ?? '') as { [Index in keyof Names]: string };
}

function writeLine(entry: VisitLogEntry): void {
  console.error(JSON.stringify(entry));
}
