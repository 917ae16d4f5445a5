/** A mistake that no scanner sees, made in a copy of `infrastructure/`: the module's own tests must then fail and say why. */
export type Mutation = {
  readonly title: string;
  /** Relative to `infrastructure/`, as `file` is. */
  readonly module: string;
  readonly test: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What the failing test must say. */
  readonly says: string;
};

export const mutations: readonly Mutation[] = [
  {
    title: 'a lifecycle rule that deletes the files visitors read',
    module: 'modules/s3-cloudfront',
    test: 'tests/site.tftest.hcl',
    file: 'modules/s3-cloudfront/bucket.tf',
    from: '    noncurrent_version_expiration {',
    to: '    expiration {\n      days = 30\n    }\n\n    noncurrent_version_expiration {',
    says: 'never expire or move live files',
  },
  {
    title: 'a content-security-policy that blocks /visitor',
    module: 'modules/s3-cloudfront',
    test: 'tests/site.tftest.hcl',
    file: 'modules/s3-cloudfront/tests/built/manifest.json',
    from: " connect-src 'self';",
    to: '',
    says: 'the page could not call',
  },
  {
    title: 'an alarm threshold written as a fraction',
    module: 'modules/cloudwatch',
    test: 'tests/alarm.tftest.hcl',
    file: 'modules/cloudwatch/variables.tf',
    from: 'default     = 30',
    to: 'default     = 0.3',
    says: '30 means 30 %',
  },
  {
    title: 'an alarm that compares a fraction with percent',
    module: 'modules/cloudwatch',
    test: 'tests/alarm.tftest.hcl',
    file: 'modules/cloudwatch/main.tf',
    from: '100 * errors / calls',
    to: 'errors / calls',
    says: 'must be in percent too',
  },
  {
    title: 'a role that trusts every repository of the owner',
    module: 'bootstrap',
    test: 'tests/github.tftest.hcl',
    file: 'bootstrap/github.tf',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL has templates of its own.
    from: '"repo:${local.owner}/${local.repository}"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL has templates of its own.
    to: '"repo:${local.owner}/*"',
    says: 'A wildcard would let in',
  },
  {
    title: 'a role that compares subjects by pattern',
    module: 'bootstrap',
    test: 'tests/github.tftest.hcl',
    file: 'bootstrap/github.tf',
    from: '        StringEquals = merge(',
    to: '        StringLike = merge(',
    says: 'and nothing else',
  },
  {
    title: "an alarm on the function's own errors, which never come",
    module: 'modules/cloudwatch',
    test: 'tests/alarm.tftest.hcl',
    file: 'modules/cloudwatch/main.tf',
    from: 'errors = "5xx"',
    to: 'errors = "4xx"',
    says: 'What the API answers counts',
  },
  {
    title: 'a stage that may not be tagged',
    module: 'bootstrap',
    test: 'tests/github.tftest.hcl',
    file: 'bootstrap/permissions.tf',
    from: '"apigateway:TagResource", "apigateway:UntagResource"',
    to: '"apigateway:GET"',
    says: 'AWS asks for apigateway:TagResource',
  },
];
