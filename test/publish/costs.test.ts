import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { defaultLimits, estimateMonthlyCost } from '#plans';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the limits are the defaults of the modules', async () => {
  const modules = ['api_gateway-lambda', 'dynamodb'];
  const texts = await Promise.all(modules.map((name) => read(`infrastructure/modules/${name}/variables.tf`)));
  const findDefault = (name: string) =>
    Number(new RegExp(`variable "${name}" {[^}]*default\\s*=\\s*(\\d+)`).exec(texts.join('\n'))?.[1]);
  assert.equal(findDefault('requests_per_second'), defaultLimits.requestsPerSecond);
  assert.equal(findDefault('max_read_units'), defaultLimits.maxReadUnits);
  assert.equal(findDefault('max_write_units'), defaultLimits.maxWriteUnits);
});

test('docs/deploy.md says what the estimate says', async () => {
  const text = await read('docs/deploy.md');
  const plain = estimateMonthlyCost(defaultLimits);
  const domain = estimateMonthlyCost({ ...defaultLimits, domain: true });
  const firewall = estimateMonthlyCost({ ...defaultLimits, firewall: true });
  const rows = [
    `| when nobody comes | ${plain.idle.toFixed(2)} |`,
    `| every million visits | ${plain.millionVisits.toFixed(2)} |`,
    `| the most that a flood of calls can add, about, all month long | ${plain.flood.toFixed(2)} |`,
    `| with a domain of your own | + ${(domain.idle - plain.idle).toFixed(2)} |`,
    `| with the firewall (\`firewall = true\`) | + ${firewall.idle.toFixed(2)}, and ${(firewall.millionVisits - plain.millionVisits).toFixed(2)} for every million visits |`,
  ];
  for (const row of rows) assert.ok(text.includes(`\n${row}\n`), row);
  const { requestsPerSecond, maxReadUnits, maxWriteUnits } = defaultLimits;
  const limits = `The API passes on ${requestsPerSecond} calls a second and the table serves ${maxReadUnits} reads and ${maxWriteUnits} writes a second`;
  assert.ok(text.replaceAll('\n', ' ').includes(limits), limits);
});

test('README.md says the same of a million visits', async () => {
  const { millionVisits } = estimateMonthlyCost(defaultLimits);
  assert.ok((await read('README.md')).includes(`${millionVisits.toFixed(2)} USD for every million visits`));
});

test('infrastructure/README.md says the same of a flood', async () => {
  const { flood } = estimateMonthlyCost(defaultLimits);
  assert.match(await read('infrastructure/README.md'), new RegExp(`about ${Math.round(flood)} USD for a whole month`));
});
