import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

/** The statements of a block in a module, between `opening` and its closing brace, without comments; `=` has a space around. */
function readBlock(path: string, opening: string): readonly string[] {
  const lines = readFileSync(join(import.meta.dirname, '../../infrastructure/modules', path), 'utf8').split('\n');
  const first = lines.findIndex((line) => line.includes(opening));
  assert.notEqual(first, -1, `${path} has no ${opening}`);
  const start = lines.slice(0, first + 1).findLastIndex((line) => /[{[(]$/.test(line));
  const indent = /^ */.exec(lines[start] ?? '')?.[0] ?? '';
  const end = lines.findIndex((line, at) => at > start && new RegExp(`^${indent}[})\\]]`).test(line));
  return lines
    .slice(start + 1, end)
    .map((line) => line.trim().replace(/ +=/, ' ='))
    .filter((line) => line !== '' && !line.startsWith('#'));
}

// What a mistake in would let in others, leak, or stop the counter, while every file is still valid. `npm run check:infrastructure`
// tests the plans; this holds the words, where OpenTofu is not installed.
const blocks: readonly (readonly [what: string, path: string, opening: string, statements: readonly string[]])[] = [
  [
    'visits are never cached, and take the headers of the site',
    's3-cloudfront/main.tf',
    'path_pattern     = "/visitor"',
    [
      'path_pattern = "/visitor"',
      'target_origin_id = "api"',
      'viewer_protocol_policy = "https-only"',
      'allowed_methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]',
      'cached_methods = ["GET", "HEAD"]',
      'compress = true',
      'cache_policy_id = local.caching_disabled',
      'origin_request_policy_id = aws_cloudfront_origin_request_policy.visitor.id',
      'response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id',
    ],
  ],
  [
    'the function knows what it needs of a visit, and nothing else',
    's3-cloudfront/main.tf',
    'items = [',
    [
      '"CloudFront-Is-Mobile-Viewer",',
      '"CloudFront-Is-Tablet-Viewer",',
      '"CloudFront-Viewer-Address",',
      '"CloudFront-Viewer-Country",',
      '"DNT",',
      '"Origin",',
      '"Sec-Fetch-Site",',
      '"Sec-GPC",',
      '"Sec-Purpose",',
      '"User-Agent",',
    ],
  ],
  [
    'the API is asked by TLS alone',
    's3-cloudfront/main.tf',
    'custom_origin_config {',
    [
      'http_port = 80',
      'https_port = coalesce(local.api.port, 443)',
      'origin_protocol_policy = "https-only"',
      'origin_ssl_protocols = ["TLSv1.2"]',
    ],
  ],
  [
    'the edge proves to the function who it is',
    's3-cloudfront/main.tf',
    'custom_header {',
    ['name = "x-origin-secret"', 'value = var.origin_secret'],
  ],
  ['no cookie goes further', 's3-cloudfront/main.tf', 'cookies_config {', ['cookie_behavior = "none"']],
  ['no query goes further', 's3-cloudfront/main.tf', 'query_strings_config {', ['query_string_behavior = "none"']],
  [
    'nobody can make the bucket public',
    's3-cloudfront/bucket.tf',
    'block_public_acls',
    [
      'bucket = aws_s3_bucket.site.id',
      'block_public_acls = true',
      'block_public_policy = true',
      'ignore_public_acls = true',
      'restrict_public_buckets = true',
    ],
  ],
  [
    'this distribution alone reads the bucket, and only what is public',
    's3-cloudfront/bucket.tf',
    '"ThisDistributionReads"',
    [
      'Sid = "ThisDistributionReads"',
      'Effect = "Allow"',
      'Principal = { Service = "cloudfront.amazonaws.com" }',
      'Action = ["s3:GetObject", "s3:ListBucket"]',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL has templates of its own.
      'Resource = [aws_s3_bucket.site.arn, "${aws_s3_bucket.site.arn}${local.files}/*"]',
      'Condition = { StringEquals = { "AWS:SourceArn" = aws_cloudfront_distribution.site.arn } }',
    ],
  ],
  [
    'the API has a throttle',
    'api_gateway-lambda/api.tf',
    'throttling_rate_limit',
    ['throttling_rate_limit = var.requests_per_second', 'throttling_burst_limit = var.burst'],
  ],
  [
    'the function reads and updates items of its two tables, and no more',
    'api_gateway-lambda/main.tf',
    '"dynamodb:GetItem"',
    [
      'Effect = "Allow"',
      'Action = ["dynamodb:GetItem", "dynamodb:UpdateItem"]',
      'Resource = [var.table_arn, var.seen_table_arn]',
    ],
  ],
];
for (const [what, path, opening, statements] of blocks) {
  test(what, () => assert.deepEqual(readBlock(path, opening), statements));
}

const read = (path: string) =>
  readFileSync(join(import.meta.dirname, '../../infrastructure/modules', path), 'utf8').replace(/ +=/g, ' =');
const count = (text: string, part: string) => text.split(part).length - 1;

test('files are cached by name and encoding alone, and come with the headers of the site', () => {
  const text = read('s3-cloudfront/main.tf');
  // AWS's own policies: CachingOptimized and CachingDisabled.
  assert.ok(text.includes('caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"'));
  assert.ok(text.includes('caching_disabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"'));
  assert.equal(count(text, 'cache_policy_id = local.caching_optimized'), 2);
  assert.equal(count(text, 'response_headers_policy_id = aws_cloudfront_response_headers_policy.site.id'), 3);
  assert.equal(count(text, 'viewer_protocol_policy = "redirect-to-https"'), 2);
  assert.equal(count(text, 'function_arn = aws_cloudfront_function.folder_index.arn'), 2);
  assert.equal(count(text, 'origin_path = local.files'), 1);
  assert.ok(/signing_behavior = "always"\n {2}signing_protocol = "sigv4"/.test(text));
});

test('every header of the build goes to the distribution, over whatever an origin says', () => {
  const text = read('s3-cloudfront/headers.tf');
  assert.equal(count(text, 'override = true'), 6);
  assert.ok(text.includes('for name, value in local.headers : name => value if !contains(local.own_setting, name)'));
  const own = /own_setting = \[(.*)\]/.exec(text)?.[1];
  assert.equal(
    own,
    '"content-security-policy", "referrer-policy", "x-frame-options", "x-content-type-options", "strict-transport-security"',
  );
  assert.match(text, /remove_headers_config \{\n {4}items \{\n {6}header = "server"\n/);
});

test('one route leads to the function, and its log names nobody', () => {
  const text = read('api_gateway-lambda/api.tf');
  assert.deepEqual(text.match(/route_key = .*/g), ['route_key = "POST /visitor"']);
  assert.ok(text.includes('/$default/POST/visitor"'));
  assert.deepEqual([...text.matchAll(/\$context\.(\w+)/g)].map(([, name]) => name).sort(), [
    'integrationErrorMessage',
    'integrationLatency',
    'requestId',
    'requestTimeEpoch',
    'responseLatency',
    'responseLength',
    'routeKey',
    'status',
  ]);
});
