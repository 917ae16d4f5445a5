import type { Call } from './evaluate-policy.ts';

export type ProviderCall = Call & {
  /** Who makes it: `plan` and `apply` read, `apply` alone writes, `site` publishes. */
  readonly by: 'read' | 'write' | 'site';
  /** Whether AWS has nothing by which another environment's could be refused: neither its name nor a tag. docs/operate.md says so. */
  readonly isOpen?: true;
};

const account = '123456789012';
const region = 'us-east-1';

/**
 * Every call that OpenTofu's AWS provider 6.34 and the project's own commands make for an environment, with the action that AWS asks
 * for and the resource that it compares. From the provider's source, the service authorization reference, and what real accounts
 * were refused. The rehearsal of the pipeline asserts that it makes no other.
 */
export function listCalls(environment: string): readonly ProviderCall[] {
  const name = `cloud-resume-${environment}`;
  const tags = { project: 'cloud-resume', environment };
  const resourceTags = describe('aws:ResourceTag', tags);
  const requestTags = describe('aws:RequestTag', tags);
  const boundary = { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/cloud-resume-boundary-${environment}` };
  const of = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  const global = (service: string, resource: string) => `arn:aws:${service}::${account}:${resource}`;
  const gateway = (path: string) => `arn:aws:apigateway:${region}::${path}`;
  const make =
    (by: ProviderCall['by'], more: Partial<ProviderCall> = {}) =>
    (service: string, on: string, actions: string): readonly ProviderCall[] =>
      actions.split(' ').map((action) => ({ by, action: `${service}:${action}`, on, ...more }));
  const read = make('read');
  const write = make('write');
  const open = { isOpen: true } as const;
  const readOpen = make('read', open);
  const writeOpen = make('write', open);
  const tagged = { context: resourceTags };
  const api = gateway('/apis/a1b2c3');
  const stage = gateway('/apis/a1b2c3/stages/$default');
  const role = global('iam', `role/${name}-visitor`);
  const bucket = `arn:aws:s3:::${name}-site-${account}`;
  const state = 'arn:aws:s3:::cloud-resume-state-123456789012';
  const distribution = global('cloudfront', 'distribution/E1');
  const tables = ['visitors', 'seen'].map((table) => of('dynamodb', `table/${name}-${table}`));
  const groups = [`/aws/lambda/${name}-visitor`, `/aws/vendedlogs/${name}-api`].map((group) =>
    of('logs', `log-group:${group}`),
  );
  const records = (names: readonly string[], types: readonly string[]) => ({
    context: {
      'route53:ChangeResourceRecordSetsNormalizedRecordNames': names,
      'route53:ChangeResourceRecordSetsRecordTypes': types,
    },
  });
  const domain = environment === 'prod' ? 'jane.example' : 'trial.example';
  const zone = 'arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ';

  return [
    // The state of each unit, and its lock.
    ...readOpen('s3', state, 'ListBucket'),
    ...read('s3', `${state}/${environment}/dynamodb.tfstate`, 'GetObject'),
    ...write('s3', `${state}/${environment}/dynamodb.tfstate`, 'PutObject'),
    ...read('s3', `${state}/${environment}/dynamodb.tfstate.tflock`, 'GetObject'),
    ...write('s3', `${state}/${environment}/dynamodb.tfstate.tflock`, 'PutObject DeleteObject'),
    ...tables.flatMap((table) => [
      ...read('dynamodb', table, 'DescribeTable DescribeContinuousBackups DescribeTimeToLive ListTagsOfResource'),
      ...write('dynamodb', table, 'CreateTable UpdateTable DeleteTable UpdateContinuousBackups UpdateTimeToLive'),
      ...write('dynamodb', table, 'TagResource UntagResource'),
    ]),
    ...read('lambda', of('lambda', `function:${name}-visitor`), 'GetFunction GetFunctionCodeSigningConfig GetPolicy'),
    ...read(
      'lambda',
      of('lambda', `function:${name}-visitor`),
      'ListVersionsByFunction ListTags GetFunctionConfiguration',
    ),
    ...write('lambda', of('lambda', `function:${name}-visitor`), 'CreateFunction UpdateFunctionCode DeleteFunction'),
    ...write('lambda', of('lambda', `function:${name}-visitor`), 'UpdateFunctionConfiguration PutFunctionConcurrency'),
    ...write('lambda', of('lambda', `function:${name}-visitor`), 'DeleteFunctionConcurrency AddPermission'),
    ...write('lambda', of('lambda', `function:${name}-visitor`), 'RemovePermission TagResource UntagResource'),
    ...read('iam', role, 'GetRole GetRolePolicy ListRolePolicies ListAttachedRolePolicies ListInstanceProfilesForRole'),
    ...make('write', { context: boundary })('iam', role, 'CreateRole PutRolePolicy DeleteRolePolicy'),
    ...make('write', { context: boundary })('iam', role, 'PutRolePermissionsBoundary'),
    ...write('iam', role, 'DeleteRole UpdateRole UpdateAssumeRolePolicy TagRole UntagRole'),
    ...make('write', { context: { 'iam:PassedToService': 'lambda.amazonaws.com' } })('iam', role, 'PassRole'),
    ...make('write', { context: { 'iam:PassedToService': 'events.amazonaws.com' } })('iam', role, 'PassRole'),
    // With the first API of an account, and with the first connection, which the webhook has.
    ...(
      [
        ['ops.apigateway.amazonaws.com', 'AWSServiceRoleForAPIGateway'],
        ['apidestinations.events.amazonaws.com', 'AWSServiceRoleForAmazonEventBridgeApiDestinations'],
      ] as const
    ).flatMap(([service, linked]) =>
      make('write', { ...open, context: { 'iam:AWSServiceName': service } })(
        'iam',
        global('iam', `role/aws-service-role/${service}/${linked}`),
        'CreateServiceLinkedRole',
      ),
    ),
    ...make('write', { ...open, context: requestTags })('apigateway', gateway('/apis'), 'POST'),
    ...readOpen('apigateway', api, 'GET'),
    ...make('write', tagged)('apigateway', api, 'PATCH DELETE'),
    ...['integrations', 'routes', 'stages'].flatMap((kind) => [
      ...make('write', tagged)('apigateway', `${api}/${kind}`, 'POST'),
      ...readOpen('apigateway', `${api}/${kind}/$default`, 'GET'),
      ...make('write', tagged)('apigateway', `${api}/${kind}/$default`, 'PATCH DELETE'),
    ]),
    // Asked for when a stage has tags, and not in AWS's reference.
    ...make('write', open)('apigateway', `${api}/stages`, 'TagResource'),
    ...make('write', open)('apigateway', stage, 'TagResource UntagResource'),
    ...readOpen('apigateway', gateway('/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fapis%2Fa1b2c3'), 'GET'),
    ...make('write', tagged)(
      'apigateway',
      gateway('/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fapis%2Fa1b2c3'),
      'POST PUT DELETE',
    ),
    ...groups.flatMap((group) => [
      ...read('logs', group, 'ListTagsForResource'),
      ...write('logs', group, 'CreateLogGroup DeleteLogGroup PutRetentionPolicy TagResource UntagResource'),
    ]),
    ...readOpen('logs', '*', 'DescribeLogGroups DescribeResourcePolicies ListLogDeliveries GetLogDelivery'),
    ...writeOpen('logs', '*', 'CreateLogDelivery UpdateLogDelivery DeleteLogDelivery PutResourcePolicy'),
    ...read('s3', bucket, 'ListBucket GetBucketAcl GetBucketCORS GetBucketWebsite GetBucketVersioning'),
    ...read(
      's3',
      bucket,
      'GetAccelerateConfiguration GetBucketRequestPayment GetBucketLogging GetLifecycleConfiguration',
    ),
    ...read('s3', bucket, 'GetReplicationConfiguration GetEncryptionConfiguration GetBucketObjectLockConfiguration'),
    ...read('s3', bucket, 'GetBucketTagging GetBucketPolicy GetBucketPublicAccessBlock GetBucketOwnershipControls'),
    ...read('s3', bucket, 'GetBucketLocation ListTagsForResource ListBucketVersions'),
    ...write('s3', bucket, 'CreateBucket DeleteBucket PutBucketTagging PutBucketPublicAccessBlock PutBucketPolicy'),
    ...write('s3', bucket, 'PutBucketOwnershipControls PutBucketVersioning PutEncryptionConfiguration'),
    ...write('s3', bucket, 'PutLifecycleConfiguration DeleteBucketPolicy TagResource UntagResource'),
    ...write('s3', `${bucket}/site/index.html`, 'DeleteObject DeleteObjectVersion'),
    // CloudFront names what it makes, so that creates are compared with `*` and bound by tags where there are any.
    ...make('write', { ...open, context: requestTags })('cloudfront', '*', 'CreateDistribution TagResource'),
    ...make('write', { ...open, context: requestTags })('cloudfront', distribution, 'CreateDistribution'),
    ...make('read', { ...open, ...tagged })(
      'cloudfront',
      distribution,
      'GetDistribution GetDistributionConfig ListTagsForResource',
    ),
    ...make('write', tagged)('cloudfront', distribution, 'UpdateDistribution DeleteDistribution UntagResource'),
    ...make('write', { context: { ...resourceTags, ...requestTags } })('cloudfront', distribution, 'TagResource'),
    ...writeOpen('cloudfront', '*', 'CreateFunction CreateOriginAccessControl CreateOriginRequestPolicy'),
    ...writeOpen('cloudfront', '*', 'CreateResponseHeadersPolicy'),
    ...read('cloudfront', global('cloudfront', `function/${name}-folder-index`), 'GetFunction DescribeFunction'),
    ...write('cloudfront', global('cloudfront', `function/${name}-folder-index`), 'UpdateFunction'),
    ...write('cloudfront', global('cloudfront', `function/${name}-folder-index`), 'PublishFunction DeleteFunction'),
    ...(['OriginAccessControl', 'OriginRequestPolicy', 'ResponseHeadersPolicy'] as const).flatMap((kind) => {
      const on = global('cloudfront', `${kind.replaceAll(/(?!^)[A-Z]/g, '-$&').toLowerCase()}/1`);
      return [
        ...readOpen('cloudfront', on, `Get${kind}`),
        ...writeOpen('cloudfront', on, `Update${kind} Delete${kind}`),
      ];
    }),
    ...read('sns', of('sns', `${name}-alarms`), 'GetTopicAttributes ListTagsForResource ListSubscriptionsByTopic'),
    ...write('sns', of('sns', `${name}-alarms`), 'CreateTopic DeleteTopic SetTopicAttributes Subscribe TagResource'),
    ...write('sns', of('sns', `${name}-alarms`), 'UntagResource'),
    ...readOpen('sns', '*', 'GetSubscriptionAttributes'),
    ...writeOpen('sns', '*', 'Unsubscribe'),
    ...['errors', 'site-errors', 'visits'].flatMap((alarm) => [
      ...read('cloudwatch', of('cloudwatch', `alarm:${name}-${alarm}`), 'DescribeAlarms ListTagsForResource'),
      ...write('cloudwatch', of('cloudwatch', `alarm:${name}-${alarm}`), 'PutMetricAlarm DeleteAlarms TagResource'),
      ...write('cloudwatch', of('cloudwatch', `alarm:${name}-${alarm}`), 'UntagResource'),
    ]),
    ...read('cloudwatch', global('cloudwatch', `dashboard/${name}-overview`), 'GetDashboard'),
    ...write('cloudwatch', global('cloudwatch', `dashboard/${name}-overview`), 'PutDashboard DeleteDashboards'),
    // The webhook.
    ...read('events', of('events', `rule/${name}-alarms`), 'DescribeRule ListTargetsByRule ListTagsForResource'),
    ...write('events', of('events', `rule/${name}-alarms`), 'PutRule DeleteRule PutTargets RemoveTargets TagResource'),
    ...read('events', of('events', `connection/${name}-webhook/1`), 'DescribeConnection'),
    ...write(
      'events',
      of('events', `connection/${name}-webhook/1`),
      'CreateConnection UpdateConnection DeleteConnection',
    ),
    ...read('events', of('events', `api-destination/${name}-webhook/1`), 'DescribeApiDestination'),
    ...write('events', of('events', `api-destination/${name}-webhook/1`), 'CreateApiDestination UpdateApiDestination'),
    ...write('events', of('events', `api-destination/${name}-webhook/1`), 'DeleteApiDestination'),
    ...write(
      'secretsmanager',
      of('secretsmanager', `secret:events!connection/${name}-webhook/1-abc`),
      'CreateSecret PutSecretValue',
    ),
    ...write('secretsmanager', of('secretsmanager', `secret:events!connection/${name}-webhook/1-abc`), 'DeleteSecret'),
    // The firewall.
    ...read('wafv2', of('wafv2', `global/webacl/${name}-site/1`), 'GetWebACL ListTagsForResource'),
    ...write(
      'wafv2',
      of('wafv2', `global/webacl/${name}-site/1`),
      'CreateWebACL UpdateWebACL DeleteWebACL TagResource',
    ),
    ...writeOpen(
      'wafv2',
      of('wafv2', 'global/managedruleset/AWS/AWSManagedRulesAmazonIpReputationList'),
      'CreateWebACL',
    ),
    // A domain.
    ...make('write', open)('acm', '*', 'RequestCertificate'),
    ...readOpen('acm', of('acm', 'certificate/1'), 'DescribeCertificate ListTagsForCertificate'),
    ...make('write', tagged)(
      'acm',
      of('acm', 'certificate/1'),
      'DeleteCertificate AddTagsToCertificate RemoveTagsFromCertificate',
    ),
    ...readOpen('route53', '*', 'GetChange'),
    ...readOpen('route53', zone, 'GetHostedZone ListResourceRecordSets'),
    ...make('write', records([domain], ['A', 'AAAA', 'HTTPS']))('route53', zone, 'ChangeResourceRecordSets'),
    ...make('write', records([`_0123abcd.${domain}`], ['CNAME']))('route53', zone, 'ChangeResourceRecordSets'),
    // Publishing.
    ...make('site', open)('s3', state, 'ListBucket'),
    ...make('site')('s3', `${state}/${environment}/s3-cloudfront.tfstate`, 'GetObject'),
    ...make('site')('s3', bucket, 'ListBucket'),
    ...make('site')('s3', `${bucket}/site/index.html`, 'GetObject PutObject DeleteObject'),
    ...make('site', tagged)('cloudfront', distribution, 'CreateInvalidation GetInvalidation GetDistributionConfig'),
    ...make('site', open)('cloudfront', global('cloudfront', 'response-headers-policy/1'), 'GetResponseHeadersPolicy'),
  ];
}

/**
 * Of recorded calls, such as `iam CreateRole` and `apigateway POST /v2/apis`, those whose action is not in the list. What S3, Lambda and
 * CloudFront are asked by paths has no names to compare.
 */
export function findUnknownCalls(calls: readonly string[]): readonly string[] {
  const known = new Set(listCalls('dev').map(({ action }) => action.toLowerCase()));
  const unknown = calls.filter((call) => {
    const [service = '', operation = ''] = call.split(' ');
    if (/^(sts|smoke|s3|lambda|cloudfront)$/.test(service)) return false;
    return !known.has(`${service === 'monitoring' ? 'cloudwatch' : service}:${operation}`.toLowerCase());
  });
  return [...new Set(unknown)];
}

function describe(prefix: string, tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [`${prefix}/${name}`, value]));
}
