import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from '#counter';
import { readElements } from './call-aws.ts';
import { readPage } from './read-page.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';
import { runProject } from './run-project.ts';

const oldLabel = 'Platform Engineer';
const newLabel = 'Rehearsed Engineer';

/** Changes one line of the résumé and publishes: the files that show it are replaced, nothing else. */
export async function changeResume(rehearsal: Rehearsal, environment: Deployed, publisher: Credentials): Promise<void> {
  const file = join(environment.checkout, 'resume.yaml');
  const resume = readFileSync(file, 'utf8');
  assert.ok(resume.includes(`label: ${oldLabel}`), `The sample résumé has no label "${oldLabel}" any more.`);
  await showsLabel(environment, oldLabel);
  const [files, invalidations] = [
    await listVersions(rehearsal, environment),
    await listInvalidations(rehearsal, environment),
  ];

  writeFileSync(file, resume.replace(`label: ${oldLabel}`, `label: ${newLabel}`));
  await runProject(rehearsal, environment, ['publish', environment.name], { credentials: publisher });

  const written = (await listVersions(rehearsal, environment)).filter((version) => !files.includes(version));
  // PDF and card are made where Typst and sharp are.
  const drawn = ['/card.png', '/resume.pdf'].filter((path) =>
    written.some((version) => version.startsWith(`site${path} `)),
  );
  const changed = ['/index.html', '/resume.json', ...drawn].sort();
  assert.deepEqual(
    written.map((version) => version.split(' ')[0]),
    changed.map((path) => `site${path}`),
  );
  const [made, ...more] = (await listInvalidations(rehearsal, environment)).filter((id) => !invalidations.includes(id));
  assert.deepEqual(more, []);
  assert.deepEqual([...(await readInvalidation(rehearsal, environment, made ?? ''))].sort(), ['/', ...changed].sort());
  await showsLabel(environment, newLabel);
}

/** Goes back to the release before, then publishes again. */
export async function rollBack(rehearsal: Rehearsal, environment: Deployed, publisher: Credentials): Promise<void> {
  await showsLabel(environment, newLabel);
  await runProject(rehearsal, environment, ['rollback', environment.name], { credentials: publisher });
  await showsLabel(environment, oldLabel);
  await runProject(rehearsal, environment, ['publish', environment.name], { credentials: publisher });
  await showsLabel(environment, newLabel);
}

/** What the page shows at once: the edge must have forgotten what it knew. */
async function showsLabel(environment: Deployed, label: string): Promise<void> {
  const [, shown] = /<p class="label">([^<]*)</.exec(await readPage(environment)) ?? [];
  assert.equal(shown, label);
}

/** Every version of every file that visitors can reach: `key version`. */
async function listVersions({ emulator }: Rehearsal, { bucket }: Deployed): Promise<readonly string[]> {
  const path = `/${bucket}?prefix=site%2F&versions=`;
  const text = await emulator.aws.read({ service: 's3', method: 'GET', path });
  const versions = readElements(text, 'VersionId');
  return readElements(text, 'Key').map((key, index) => `${key} ${versions[index]}`);
}

async function listInvalidations({ emulator }: Rehearsal, { distributionId }: Deployed): Promise<readonly string[]> {
  const path = `/2020-05-31/distribution/${distributionId}/invalidation`;
  return readElements(await emulator.aws.read({ service: 'cloudfront', method: 'GET', path }), 'Id');
}

async function readInvalidation({ emulator }: Rehearsal, { distributionId }: Deployed, id: string) {
  const path = `/2020-05-31/distribution/${distributionId}/invalidation/${id}`;
  return readElements(await emulator.aws.read({ service: 'cloudfront', method: 'GET', path }), 'Path');
}
