import { join } from 'node:path';
import { readDist } from '#build';
import { formatSeconds, type Shell, UserError } from '#cli';
import { type Environment, readSiteOutputs } from '#terragrunt';
import { createPublishContext } from './create-publish-context.ts';
import { listPlaced } from './plan-change.ts';
import { type PublishOutcome, publishSite } from './publish-site.ts';

type PublishedDist = {
  readonly url: string;
  /** Whether there is an earlier release to go back to. */
  readonly canGoBack: boolean;
  /** Whether another release is live now. */
  readonly isNew: boolean;
};

/** Publishes what the last build wrote into `dist/`, and tells how that went. */
export async function publishDist(
  environment: Environment,
  options: { readonly force?: boolean | undefined },
  shell: Shell,
): Promise<PublishedDist> {
  const { name } = environment;
  const outputs = await readSiteOutputs(environment, shell);
  const { url } = outputs;
  const start = performance.now();
  const site = await readDist(join(shell.root, 'dist'));
  const publication = await publishSite(await createPublishContext(outputs, options, shell), site);
  if (publication.kind === 'refused') throw new UserError(explainRefusal(publication.missing, environment));
  const canGoBack = publication.earlier > 0;
  if (publication.kind === 'unchanged') {
    shell.print(`${shell.paint('good', 'Nothing to publish')}: ${publication.release.id} is live at ${url}`);
    return { url, canGoBack, isNew: false };
  }
  const took = formatSeconds(performance.now() - start);
  shell.print(`${shell.paint('good', 'Published')} ${publication.release.id} in ${took}: ${countFiles(publication)}.`);
  shell.print(`  ${shell.paint('link', url)}`);
  if (canGoBack) shell.print(`  To go back: npx cloud-resume rollback ${name}`);
  return { url, canGoBack, isNew: true };
}

function countFiles({ release, change }: Extract<PublishOutcome, { readonly kind: 'published' }>): string {
  const placed = listPlaced(change).length;
  const removed = change.remove.length === 0 ? '' : `, ${change.remove.length} removed`;
  return `${placed} of ${release.files.length} files new or changed${removed}`;
}

function explainRefusal(missing: readonly string[], { name }: Environment): string {
  return `The site was not published: its pages need what the deployed distribution does not allow yet,
${missing.map((source) => `  ${source}`).join('\n')}
Run npx cloud-resume deploy ${name}, which does both, or first terragrunt apply in infrastructure/live/${name}/s3-cloudfront.`;
}
