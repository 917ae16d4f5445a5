import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Aws } from './call-aws.ts';
import { askEdge } from './read-page.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';
import type { Subscriber } from './start-subscriber.ts';

type Alarm = {
  readonly expression: string;
  readonly threshold: number;
  /** Of the API's metrics in the expression, by their id. */
  readonly metrics: Readonly<Record<string, string>>;
};

const goodCalls = 4;
const badCalls = 6;

/**
 * Breaks the counter as it breaks on AWS, by deleting its table: the function then answers 500, which Lambda counts as a success.
 * Asserts that what the alarm computes is over its threshold then, and that mail, desk and chat hear of it.
 */
export async function ringAlarm(rehearsal: Rehearsal, environment: Deployed, subscriber: Subscriber): Promise<void> {
  const { aws, output } = rehearsal.emulator;
  const name = `cloud-resume-${environment.name}-errors`;
  const alarm = await readAlarm(rehearsal, environment);
  const statuses: number[] = [];
  const visit = async () => statuses.push((await countVisit(environment)).status);
  const measure = () => evaluate(alarm, statuses);
  assert.equal(measure(), 0, 'Nobody called, and it must be quiet.');
  for (let call = 0; call < goodCalls; call += 1) await visit();
  assert.equal(measure(), 0, 'No call failed, and it must be quiet.');

  await aws.read({
    service: 'dynamodb',
    target: 'DynamoDB_20120810.DeleteTable',
    json: { TableName: environment.table },
  });
  for (let call = 0; call < badCalls; call += 1) await visit();
  const percent = measure();
  assert.equal(percent, (100 * badCalls) / (goodCalls + badCalls), statuses.join(' '));
  assert.ok(percent > alarm.threshold, `${percent} % of the calls failed, which is not over ${alarm.threshold} %.`);

  const reason = `${percent.toFixed(1)} % failed`;
  const form = { AlarmName: name, StateValue: 'ALARM', StateReason: reason };
  await aws.read({ service: 'monitoring', form: { Action: 'SetAlarmState', Version: '2010-08-01', ...form } });
  await subscriber.hear(subscriber.desk, 1);
  const message = JSON.parse(subscriber.desk[0]?.Message ?? '{}');
  assert.equal(message.AlarmName, name);
  assert.equal(message.NewStateValue, 'ALARM');
  assert.match(output(), /SNS fanout → email jane@jane\.example/, 'The owner must get a mail.');

  await tellEventBridge(aws, `cloud-resume-${environment.name}-alarms`, name, reason);
  await subscriber.hear(subscriber.chat, 1);
  const [said] = subscriber.chat as readonly { readonly text?: string }[];
  assert.equal(said?.text?.replace(/ at \d[\d:TZ-]+/, ' at …'), `ALARM: ${name} at …. ${reason}`);
}

/** One visit, as somebody's browser sends it. */
function countVisit(environment: Deployed) {
  const headers = {
    'user-agent': `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 ${randomBytes(4).toString('hex')}`,
    origin: environment.url,
    'sec-fetch-site': 'same-origin',
  };
  return askEdge(environment, '/visitor', 'POST', headers);
}

/** Tells EventBridge what CloudWatch tells it by itself on AWS; in another name, because nobody else may speak in AWS's. */
async function tellEventBridge(aws: Aws, rule: string, alarmName: string, reason: string): Promise<void> {
  const ask = async (operation: string, json: object) =>
    JSON.parse(await aws.read({ service: 'events', target: `AWSEvents.${operation}`, json })) as object;
  const { EventPattern = '{}' } = (await ask('DescribeRule', { Name: rule })) as { readonly EventPattern?: string };
  const pattern = JSON.parse(EventPattern) as { readonly source?: readonly string[] };
  assert.deepEqual(pattern.source, ['aws.cloudwatch']);
  await ask('PutRule', { Name: rule, EventPattern: JSON.stringify({ ...pattern, source: ['rehearsal'] }) });
  const detail = { alarmName, state: { value: 'ALARM', reason }, previousState: { value: 'OK' } };
  const entry = {
    Source: 'rehearsal',
    DetailType: 'CloudWatch Alarm State Change',
    Detail: JSON.stringify(detail),
  };
  const told = await ask('PutEvents', { Entries: [entry] });
  assert.equal((told as { readonly FailedEntryCount?: number }).FailedEntryCount, 0, JSON.stringify(told));
}

type AlarmState = {
  readonly threshold: number;
  readonly metric_query: readonly {
    readonly id: string;
    readonly expression: string;
    readonly metric: readonly { readonly namespace: string; readonly metric_name: string }[];
  }[];
};

/** Reads the alarm as it was deployed, from the state: the emulator forgets its expression. */
async function readAlarm({ emulator, env }: Rehearsal, { name }: Deployed): Promise<Alarm> {
  const path = `/${env.STATE_S3_BUCKET}/${name}/cloudwatch.tfstate`;
  const state = JSON.parse(await emulator.aws.read({ service: 's3', method: 'GET', path })) as {
    readonly resources: readonly {
      readonly type: string;
      readonly name: string;
      readonly instances: readonly { readonly attributes: object }[];
    }[];
  };
  const found = state.resources.find(({ type, name }) => type === 'aws_cloudwatch_metric_alarm' && name === 'errors');
  const attributes = found?.instances[0]?.attributes;
  assert.ok(attributes, 'The state of cloudwatch must hold the alarm.');
  const { threshold, metric_query: queries } = attributes as AlarmState;
  return {
    expression: queries.find(({ expression }) => expression !== '')?.expression ?? '',
    threshold,
    metrics: Object.fromEntries(
      queries.flatMap(({ id, metric: [one] }) => (one ? [[id, `${one.namespace} ${one.metric_name}`]] : [])),
    ),
  };
}

/** CloudWatch's arithmetic for the one form that the alarm has, IF(condition, then, else) over sums of what the API answered. */
function evaluate({ expression, metrics }: Alarm, statuses: readonly number[]): number {
  const sums: Readonly<Record<string, number>> = {
    'AWS/ApiGateway Count': statuses.length,
    'AWS/ApiGateway 5xx': statuses.filter((status) => status >= 500).length,
  };
  const names = Object.keys(metrics);
  assert.deepEqual(Object.values(metrics).sort(), Object.keys(sums).sort());
  assert.match(expression, /^IF\([\w\s>*/+\d.-]+,[\w\s>*/+\d.-]+,[\w\s\d.-]+\)$/);
  const script = expression.replace(/^IF\((.+),(.+),(.+)\)$/, '($1) ? ($2) : ($3)');
  return new Function(...names, `return ${script};`)(...Object.values(metrics).map((name) => sums[name])) as number;
}
