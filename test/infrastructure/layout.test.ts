import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const project = join(import.meta.dirname, '../..');
const infrastructure = join(project, 'infrastructure');
const read = (path: string) => readFileSync(join(infrastructure, path), 'utf8');
const folders = (path: string) =>
  readdirSync(join(infrastructure, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
const find = (text: string, pattern: RegExp) => pattern.exec(text)?.[1];

const modules = folders('modules');
const environments = folders('live');

test('every module and the bootstrap pin the same tools, exactly', () => {
  const pins = new Set(
    [...modules.map((module) => `modules/${module}`), 'bootstrap'].map((path) => read(`${path}/versions.tf`)),
  );
  assert.equal(pins.size, 1);
  const [versions = ''] = pins;
  assert.match(versions, /version = "\d+\.\d+\.\d+"/);
  assert.equal(
    find(versions, /required_version = "(.+)"/),
    find(read('root.hcl'), /terraform_version_constraint\s*= "(.+)"/),
  );
});

test('mise brings every tool in one exact version', () => {
  const tools = [...readFileSync(join(project, 'mise.toml'), 'utf8').matchAll(/^"?([\w:-]+)"? = "(.+)"$/gm)];
  assert.ok(tools.length >= 5);
  for (const [, tool, version] of tools) assert.match(version ?? '', /^\d+\.\d+\.\d+$/, tool);
});

test('every environment has a unit for every module', () => {
  assert.ok(environments.length >= 2);
  for (const environment of environments) assert.deepEqual(folders(`live/${environment}`), modules, environment);
});

test('a unit says nothing of its own: it includes root.hcl and what its kind depends on', () => {
  for (const unit of globSync('live/*/*/terragrunt.hcl', { cwd: infrastructure })) {
    const name = unit.split('/').at(-2) ?? '';
    const includes = [...read(unit).matchAll(/find_in_parent_folders\("(.+)"\)/g)].map((match) => match[1]);
    assert.deepEqual(
      includes,
      existsSync(join(infrastructure, `units/${name}.hcl`)) ? ['root.hcl', `units/${name}.hcl`] : ['root.hcl'],
      unit,
    );
    assert.ok(!read(unit).includes('inputs'), unit);
  }
});

test('every setting of an environment is a variable of some module', () => {
  const variables = new Set(
    modules.flatMap((module) =>
      [...read(`modules/${module}/variables.tf`).matchAll(/^variable "(\w+)"/gm)].map((match) => match[1]),
    ),
  );
  for (const environment of environments) {
    const settings = [...read(`live/${environment}/env.hcl`).matchAll(/^ {2}(\w+)\s*=/gm)].map((match) => match[1]);
    assert.ok(settings.length > 0, environment);
    for (const setting of settings)
      assert.ok(
        ['region', 'account_id'].includes(setting ?? '') || variables.has(setting),
        `${environment}: ${setting}`,
      );
  }
});

test('mocks are marked, and stand in for init, validate, plan and destroy alone', () => {
  for (const unit of globSync('units/*.hcl', { cwd: infrastructure })) {
    const dependencies = read(unit)
      .split(/^dependency /m)
      .slice(1);
    assert.ok(dependencies.length > 0, unit);
    for (const dependency of dependencies) {
      assert.match(
        dependency,
        /mock_outputs_allowed_terraform_commands = \["init", "validate", "plan", "destroy"\]/,
        unit,
      );
      assert.match(dependency, /mock_outputs_merge_strategy_with_state {2}= "shallow"/, unit);
      const mocks = [
        ...(find(dependency, /mock_outputs = \{\n(.*?)\n {2}\}/s) ?? '').matchAll(/^ {4}\w+\s*= "(.+)"$/gm),
      ].map((match) => match[1]);
      assert.ok(mocks.length > 0, unit);
      for (const mock of mocks) assert.match(mock ?? '', /mock-/, unit);
    }
  }
});

test('what a distribution uses is replaced before it is destroyed: AWS deletes nothing that is in use', () => {
  const code = globSync('modules/s3-cloudfront/*.tf', { cwd: infrastructure }).map(read).join('\n');
  const blocks = code.split(/^(?=resource )/m);
  const used = ['aws_cloudfront_(?!distribution").*', 'aws_wafv2_web_acl', 'aws_acm_certificate'];
  const parts = blocks.filter((block) => new RegExp(`^resource "(${used.join('|')})" "`).test(block));
  assert.equal(parts.length, 6);
  for (const part of parts)
    assert.match(part, /^ {2}lifecycle \{\n {4}create_before_destroy = true\n/m, part.split('\n')[0]);
});

test('the bootstrap and the units agree on project, region and environments', () => {
  const variables = read('bootstrap/variables.tf');
  const root = read('root.hcl');
  assert.equal(find(variables, /variable "name" \{.*?default\s*= "(.+?)"/s), find(root, /^ {2}project\s*= "(.+)"/m));
  assert.equal(
    find(variables, /variable "region" \{.*?default\s*= "(.+?)"/s),
    find(root, /^ {2}state_region\s*= "(.+)"/m),
  );
  assert.deepEqual(
    JSON.parse(find(variables, /variable "environments" \{.*?default\s*= (\[.+?\])/s) ?? ''),
    environments,
  );
});
