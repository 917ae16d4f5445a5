import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createZip } from '#build';
import { readEvent } from '../fixtures/read-event.ts';
import { type Aws, readElements } from './call-aws.ts';
import type { Deployed, House } from './house.ts';
import { askEdge } from './read-page.ts';

type Alarm = {
  readonly expression: string;
  readonly threshold: number;
  /** Of the metrics in the expression, by their id. */
  readonly metrics: Readonly<Record<string, string>>;
  readonly topic: string;
};

const goodCalls = 4;
const badCalls = 6;

/** Breaks the function, and asserts that what the alarm computes is over its threshold then, and that its message comes. */
export async function ringAlarm(house: House, place: Deployed): Promise<void> {
  const { aws, output } = house.emulator;
  const name = `cloud-resume-${place.name}-errors`;
  const alarm = await readAlarm(house, place);
  const measure = async () => evaluate(alarm, await readMetrics(aws, alarm, place));
  assert.equal(await measure(), 0, 'Nobody called, and it must be quiet.');
  for (let call = 0; call < goodCalls; call += 1) await callFunction(aws, place);
  assert.equal(await measure(), 0, 'No call failed, and it must be quiet.');

  await breakFunction(aws, place);
  assert.ok((await askEdge(place, '/visitor', 'POST')).status >= 500);
  for (let call = 0; call < badCalls; call += 1) await callFunction(aws, place);
  const percent = await measure();
  assert.equal(percent, (100 * badCalls) / (goodCalls + badCalls));
  assert.ok(percent > alarm.threshold, `${percent} % of the calls failed, which is not over ${alarm.threshold} %.`);

  const messages = await subscribe(aws, alarm.topic);
  try {
    const reason = `${percent.toFixed(1)} % failed`;
    const form = { AlarmName: name, StateValue: 'ALARM', StateReason: reason };
    await aws.read({ service: 'monitoring', form: { Action: 'SetAlarmState', Version: '2010-08-01', ...form } });
    const message = JSON.parse((await messages.next()).Message ?? '{}');
    assert.equal(message.AlarmName, name);
    assert.equal(message.NewStateValue, 'ALARM');
    assert.match(output(), /SNS fanout → email jane@jane\.example/, 'The owner must get a mail.');
  } finally {
    messages.stop();
  }
}

/** Calls the function as the gateway does: the emulator's own gateway leaves no trace in the function's metrics. */
async function callFunction(aws: Aws, { functionName }: Deployed): Promise<void> {
  const path = `/2015-03-31/functions/${functionName}/invocations`;
  await aws.read({ service: 'lambda', path, json: readEvent('bare-post') });
}

async function breakFunction(aws: Aws, { functionName }: Deployed): Promise<void> {
  const code = "export const handler = async () => { throw new Error('Broken.'); };";
  const json = { ZipFile: Buffer.from(createZip('index.mjs', Buffer.from(code))).toString('base64') };
  await aws.read({ service: 'lambda', method: 'PUT', path: `/2015-03-31/functions/${functionName}/code`, json });
}

type AlarmState = {
  readonly threshold: number;
  readonly alarm_actions: readonly string[];
  readonly metric_query: readonly {
    readonly id: string;
    readonly expression: string;
    readonly metric: readonly { readonly metric_name: string }[];
  }[];
};

/** Reads the alarm as it was deployed, from the state: the emulator forgets its expression. */
async function readAlarm({ emulator, env }: House, { name }: Deployed): Promise<Alarm> {
  const path = `/${env.STATE_S3_BUCKET}/${name}/cloudwatch.tfstate`;
  const state = JSON.parse(await emulator.aws.read({ service: 's3', method: 'GET', path })) as {
    readonly resources: readonly {
      readonly type: string;
      readonly instances: readonly { readonly attributes: object }[];
    }[];
  };
  const found = state.resources.find(({ type }) => type === 'aws_cloudwatch_metric_alarm')?.instances[0]?.attributes;
  assert.ok(found, 'The state of cloudwatch must hold the alarm.');
  const { threshold, alarm_actions: actions, metric_query: queries } = found as AlarmState;
  return {
    expression: queries.find(({ expression }) => expression !== '')?.expression ?? '',
    threshold,
    metrics: Object.fromEntries(queries.flatMap(({ id, metric: [one] }) => (one ? [[id, one.metric_name]] : []))),
    topic: actions[0] ?? '',
  };
}

/** The sums of the last five minutes, by the metrics' ids. */
async function readMetrics(aws: Aws, { metrics }: Alarm, { functionName }: Deployed): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [id, metric] of Object.entries(metrics)) {
    const xml = await aws.read({
      service: 'monitoring',
      form: {
        Action: 'GetMetricStatistics',
        Version: '2010-08-01',
        Namespace: 'AWS/Lambda',
        MetricName: metric,
        'Dimensions.member.1.Name': 'FunctionName',
        'Dimensions.member.1.Value': functionName,
        StartTime: new Date(Date.now() - 300_000).toISOString(),
        EndTime: new Date(Date.now() + 1000).toISOString(),
        Period: '300',
        'Statistics.member.1': 'Sum',
      },
    });
    found[id] = readElements(xml, 'Sum').reduce((sum, value) => sum + Number(value), 0);
  }
  return found;
}

/** CloudWatch's arithmetic for the one form that the alarm has: IF(condition, then, else) over sums. */
function evaluate({ expression, metrics }: Alarm, sums: Readonly<Record<string, number>>): number {
  const names = Object.keys(metrics);
  assert.ok(names.length === 2, `The alarm's expression is about ${names.join(', ') || 'nothing'}.`);
  assert.match(expression, /^IF\([\w\s>*/+\d.-]+,[\w\s>*/+\d.-]+,[\w\s\d.-]+\)$/);
  const script = expression.replace(/^IF\((.+),(.+),(.+)\)$/, '($1) ? ($2) : ($3)');
  return new Function(...names, `return ${script};`)(...names.map((name) => sums[name] ?? 0)) as number;
}

type Message = { readonly Type?: string; readonly Token?: string; readonly Message?: string };

/** Subscribes to a topic by HTTP, as a mailbox would by mail, and confirms it. */
async function subscribe(aws: Aws, topic: string): Promise<{ next(): Promise<Message>; stop(): void }> {
  const come: Message[] = [];
  const server = createServer(async (request, response) => {
    come.push(JSON.parse(await text(request)) as Message);
    response.end();
    server.emit('message');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const next = async () => {
    if (come.length === 0) await once(server, 'message', { signal: AbortSignal.timeout(20_000) });
    return come.shift() ?? {};
  };
  const sns = (parameters: Record<string, string>) =>
    aws.read({ service: 'sns', form: { Version: '2010-03-31', TopicArn: topic, ...parameters } });
  const Endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await sns({ Action: 'Subscribe', Protocol: 'http', Endpoint });
  const { Token = '' } = await next();
  await sns({ Action: 'ConfirmSubscription', Token });
  return { next, stop: () => closeServer(server) };
}

function closeServer(server: Server): void {
  server.close();
  server.closeAllConnections();
}
