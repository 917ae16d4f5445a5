import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type Aws, readElements } from './call-aws.ts';
import type { Emulator } from './start-emulator.ts';

/** What came by the topic: a message of SNS. */
type TopicMessage = {
  readonly Type?: string;
  readonly Token?: string;
  readonly TopicArn?: string;
  readonly Message?: string;
};

/** Two that hear of alarms: a desk such as PagerDuty's, which confirms its subscription by itself, and a chat. */
export type Subscriber = {
  /** Where SNS delivers. */
  readonly deskUrl: string;
  /** The chat's webhook. */
  readonly chatUrl: string;
  /** The messages about alarms that the desk got. */
  readonly desk: TopicMessage[];
  /** What the chat got. */
  readonly chat: unknown[];
  /** Resolves when as much as this has come to it; rejects after some time. */
  hear(list: readonly unknown[], count: number): Promise<void>;
  stop(): void;
};

/** Starts both on this machine, with a certificate of the emulator's authority. */
export async function startSubscriber({ aws, caFile }: Emulator): Promise<Subscriber> {
  const desk: TopicMessage[] = [];
  const chat: unknown[] = [];
  const read = (name: string) => readFileSync(join(dirname(caFile), name));
  const server = createServer({ cert: read('chain.pem'), key: read('key.pem') }, async (request, response) => {
    const body: unknown = JSON.parse(await text(request));
    response.end();
    if (request.url === '/chat') chat.push(body);
    else if ((body as TopicMessage).Type === 'SubscriptionConfirmation') await confirm(aws, body as TopicMessage);
    else desk.push(body as TopicMessage);
    server.emit('heard');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    deskUrl: `${url}/desk`,
    chatUrl: `${url}/chat`,
    desk,
    chat,
    async hear(list, count) {
      const signal = AbortSignal.timeout(60_000);
      while (list.length < count) await once(server, 'heard', { signal });
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Subscribes the desk to a topic that a deployment finds then, and waits until it has confirmed. On AWS the deployment does both, but
 * the emulator tells no ARN of a subscription that waits for its confirmation.
 */
export async function subscribeDesk(aws: Aws, { deskUrl }: Subscriber, environment: string): Promise<void> {
  const call = async (form: Record<string, string>) =>
    aws.read({ service: 'sns', form: { Version: '2010-03-31', ...form } });
  const [TopicArn = ''] = readElements(
    await call({
      Action: 'CreateTopic',
      Name: `cloud-resume-${environment}-alarms`,
      ...describeTags({ project: 'cloud-resume', environment, unit: 'sns' }),
    }),
    'TopicArn',
  );
  await call({ Action: 'Subscribe', TopicArn, Protocol: 'https', Endpoint: deskUrl });
  const isConfirmed = async () => {
    const listed = await call({ Action: 'GetTopicAttributes', TopicArn });
    return /<key>SubscriptionsConfirmed<\/key><value>1</.test(listed);
  };
  for (let tries = 0; !(await isConfirmed()); tries += 1) {
    if (tries > 300) throw new Error('The desk was asked to confirm its subscription, and has not.');
    await pause(100);
  }
}

function describeTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(tags).flatMap(([Key, Value], index) => [
    [`Tags.member.${index + 1}.Key`, Key],
    [`Tags.member.${index + 1}.Value`, Value],
  ]);
  return Object.fromEntries(pairs);
}

/** As the desks do: they visit the address that the first message names. */
async function confirm(aws: Aws, { Token = '', TopicArn = '' }: TopicMessage): Promise<void> {
  const form = { Action: 'ConfirmSubscription', Version: '2010-03-31', TopicArn, Token };
  const answer = await aws.read({ service: 'sns', form });
  if (readElements(answer, 'SubscriptionArn').length === 0) throw new Error(`Not confirmed: ${answer}`);
}
