import assert from 'node:assert/strict';
import type { Credentials } from '#counter';
import { type Aws, type AwsReply, readElements } from './call-aws.ts';
import { gapRights } from './emulator-gaps.ts';

type Statement = { readonly Action: string | readonly string[]; readonly [key: string]: unknown };
type Trust = {
  readonly Statement: readonly { Condition: { StringEquals: Record<string, string | readonly string[]> } }[];
};

const github = 'token.actions.githubusercontent.com';

/**
 * Becomes a role of the pipeline in the way that a run of GitHub's does, with a token of its identity, and asserts that the runs
 * of others do not. The emulator's gaps are bridged first: see emulator-gaps.ts.
 */
export async function assumeRole(aws: Aws, role: string): Promise<Credentials> {
  const found = await aws.read(iam('GetRole', { RoleName: role }));
  const [arn = ''] = readElements(found, 'Arn');
  const trust = JSON.parse(decodeURIComponent(readElements(found, 'AssumeRolePolicyDocument')[0] ?? '')) as Trust;
  const conditions = trust.Statement[0]?.Condition.StringEquals ?? {};
  const [subject = ''] = [conditions[`${github}:sub`] ?? []].flat();
  assert.deepEqual(
    Object.keys(conditions).sort(),
    ['aud', 'ref', 'repository_id', 'sub'].map((claim) => `${github}:${claim}`),
  );
  assert.equal((await askFor(aws, arn, subject)).status, 403);

  delete conditions[`${github}:repository_id`];
  delete conditions[`${github}:ref`];
  await aws.read(iam('UpdateAssumeRolePolicy', { RoleName: role, PolicyDocument: JSON.stringify(trust) }));
  await addGapRights(aws, role);

  const [, environment = ''] = /:environment:(.+)$/.exec(subject) ?? [];
  assert.notEqual(environment, '');
  for (const other of [
    subject.replace('repo:', 'repo:evil-'),
    subject.replace(/:environment:.+$/, ':pull_request'),
    subject.replace(/:environment:.+$/, ':environment:other'),
    `${subject}x`,
  ]) {
    assert.equal((await askFor(aws, arn, other)).status, 403, other);
  }
  const { status, text } = await askFor(aws, arn, subject);
  assert.equal(status, 200, text);
  const read = (name: string) => readElements(text, name)[0] ?? '';
  return {
    accessKeyId: read('AccessKeyId'),
    secretAccessKey: read('SecretAccessKey'),
    sessionToken: read('SessionToken'),
  };
}

/** What AWS's tools read credentials from. */
export function describeCredentials({
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: Credentials): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
  };
}

function askFor(aws: Aws, arn: string, subject: string): Promise<AwsReply> {
  const claims = {
    iss: `https://${github}`,
    aud: 'sts.amazonaws.com',
    sub: subject,
    repository_id: '2',
    ref: 'refs/heads/main',
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const token = `${encode({ alg: 'RS256' })}.${encode(claims)}.${Buffer.from('signature').toString('base64url')}`;
  const form = { RoleArn: arn, RoleSessionName: 'rehearsal', WebIdentityToken: token };
  return aws.call({
    service: 'sts',
    form: { Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15', ...form },
  });
}

/** Gives a role beside its own rights those that the emulator does not judge as AWS does: see emulator-gaps.ts. */
export async function addGapRights(aws: Aws, role: string): Promise<void> {
  const name = role.replace(/^cloud-resume-/, '');
  const found = await aws.read(iam('GetRolePolicy', { RoleName: role, PolicyName: name }));
  const policy = JSON.parse(decodeURIComponent(readElements(found, 'PolicyDocument')[0] ?? '')) as {
    readonly Statement: readonly Statement[];
  };
  const rights = policy.Statement.flatMap(({ Action }) => Action);
  // Only what the role has somewhere it gets everywhere.
  const wanted = [
    ...rights.filter((right) => /^(cloudfront|events|wafv2|acm|route53):/.test(right)),
    ...gapRights.filter((right) => rights.some((pattern) => covers(pattern, right))),
    ...(rights.includes('cloudfront:CreateDistribution') ? ['cloudfront:CreateDistributionWithTags'] : []),
  ];
  const statement = { Effect: 'Allow', Action: [...new Set(wanted)], Resource: '*' };
  await aws.read(
    iam('PutRolePolicy', {
      RoleName: role,
      PolicyName: 'emulator-gaps',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    }),
  );
}

function covers(pattern: string, right: string): boolean {
  return pattern.endsWith('*') ? right.startsWith(pattern.slice(0, -1)) : right === pattern;
}

/** A call of IAM. */
export function iam(action: string, parameters: Readonly<Record<string, string>>) {
  return { service: 'iam', form: { Action: action, Version: '2010-05-08', ...parameters } };
}
