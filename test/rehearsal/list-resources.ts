import { type Aws, type AwsCall, readElements } from './call-aws.ts';

type Listing = { readonly kind: string; readonly call: AwsCall; readonly read: (text: string) => readonly string[] };

// What a deployment without a domain of its own makes none of.
const optional = ['cache policy', 'certificate', 'hosted zone', 'firewall'];

/** The kinds of resources that a deployment makes; where a listing lacks one, it would not see what is left behind either. */
export function listMissingKinds(resources: readonly string[]): readonly string[] {
  const kinds = listings.map(({ kind }) => kind).filter((kind) => !optional.includes(kind));
  return kinds.filter((kind) => !resources.some((resource) => resource.startsWith(`${kind} `)));
}

/** Lists all that an account has of every service that the project uses: `kind name`, in order. */
export async function listResources(aws: Aws): Promise<readonly string[]> {
  const found = await Promise.all(
    listings.map(async ({ kind, call, read }) => read(await aws.read(call)).map((name) => `${kind} ${name}`)),
  );
  return found.flat().sort();
}

const listings: readonly Listing[] = [
  query('table', { service: 'dynamodb', target: 'DynamoDB_20120810.ListTables', json: {} }, readNames('TableNames')),
  query('bucket', { service: 's3', method: 'GET', path: '/' }, (xml) => readElements(xml, 'Name')),
  get('function', 'lambda', '/2015-03-31/functions/', readNames('Functions', 'FunctionName')),
  get('api', 'apigateway', '/v2/apis', readNames('items', 'name')),
  form('role', 'iam', 'ListRoles', '2010-05-08', 'RoleName'),
  form('policy', 'iam', 'ListPolicies', '2010-05-08', 'PolicyName', { Scope: 'Local' }),
  form('identity provider', 'iam', 'ListOpenIDConnectProviders', '2010-05-08', 'Arn'),
  cloudFront('distribution', 'distribution', 'DomainName'),
  cloudFront('origin access control', 'origin-access-control', 'Name'),
  cloudFront('cloudfront function', 'function', 'Name'),
  cloudFront('cache policy', 'cache-policy?Type=custom', 'Name'),
  cloudFront('origin request policy', 'origin-request-policy?Type=custom', 'Name'),
  cloudFront('response headers policy', 'response-headers-policy?Type=custom', 'Name'),
  query(
    'log group',
    { service: 'logs', target: 'Logs_20140328.DescribeLogGroups', json: {} },
    readNames('logGroups', 'logGroupName'),
  ),
  form('alarm', 'monitoring', 'DescribeAlarms', '2010-08-01', 'AlarmName'),
  form('dashboard', 'monitoring', 'ListDashboards', '2010-08-01', 'DashboardName'),
  events('event rule', 'ListRules', 'Rules'),
  events('api destination', 'ListApiDestinations', 'ApiDestinations'),
  events('event connection', 'ListConnections', 'Connections'),
  query(
    'firewall',
    { service: 'wafv2', target: 'AWSWAF_20190729.ListWebACLs', json: { Scope: 'CLOUDFRONT' } },
    readNames('WebACLs', 'Name'),
  ),
  form('topic', 'sns', 'ListTopics', '2010-03-31', 'TopicArn'),
  form('subscription', 'sns', 'ListSubscriptions', '2010-03-31', 'SubscriptionArn'),
  query(
    'budget',
    { service: 'budgets', target: 'AWSBudgetServiceGateway.DescribeBudgets', json: { AccountId: '000000000000' } },
    readNames('Budgets', 'BudgetName'),
  ),
  query(
    'certificate',
    { service: 'acm', target: 'CertificateManager.ListCertificates', json: {} },
    readNames('CertificateSummaryList', 'DomainName'),
  ),
  get('hosted zone', 'route53', '/2013-04-01/hostedzone', (xml) => readElements(xml, 'Name')),
];

function query(kind: string, call: AwsCall, read: Listing['read']): Listing {
  return { kind, call, read };
}

function events(kind: string, operation: string, list: string): Listing {
  return query(kind, { service: 'events', target: `AWSEvents.${operation}`, json: {} }, readNames(list, 'Name'));
}

function get(kind: string, service: string, path: string, read: Listing['read']): Listing {
  return { kind, call: { service, method: 'GET', path }, read };
}

function form(kind: string, service: string, Action: string, Version: string, element: string, more = {}): Listing {
  return { kind, call: { service, form: { Action, Version, ...more } }, read: (xml) => readElements(xml, element) };
}

function cloudFront(kind: string, path: string, element: string): Listing {
  return get(kind, 'cloudfront', `/2020-05-31/${path}`, (xml) => readElements(xml, element));
}

function readNames(list: string, name?: string): Listing['read'] {
  return (json) => {
    const items = (JSON.parse(json) as Record<string, readonly unknown[] | undefined>)[list] ?? [];
    return items.map((item) => String(name === undefined ? item : (item as Record<string, unknown>)[name]));
  };
}
