import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createCloudReader } from '#aws';
import { type RunningDistribution, startDistribution } from '#cloudfront';
import { findEnvironment, readSiteOutputs } from '#terragrunt';
import type { ExitCode, Shell } from '../../shell.ts';
import { showProgress } from '../../show-progress.ts';

type EnvironmentPreview = {
  /** The environment's name, as the person wrote it. */
  readonly named: string;
  readonly host: string;
  readonly port: number;
  readonly opens: boolean;
};

/** Shows what is deployed in an environment, through an edge on this machine, until it is asked to stop. */
export async function previewEnvironment(preview: EnvironmentPreview, shell: Shell): Promise<ExitCode> {
  const { named, host, port, opens } = preview;
  const environment = await findEnvironment(shell.root, named, 'preview --aws');
  const stopped = shell.untilStopped();
  const outputs = await readSiteOutputs(environment, shell);
  const { distributionId: id, region } = outputs;
  const reader = await createCloudReader(region, shell.env);
  const starting = startDistribution({ id, reader, host, port, maxPorts: 20, log: shell.warn });
  const edge = await showProgress(shell, `Reading the distribution ${id}`, starting);
  try {
    const certificate = join('.local', 'edge', `${environment.name}-ca.pem`);
    await writeCertificate(join(shell.root, certificate), edge.ca);
    printBanner(edge, environment.name, certificate, shell);
    if (opens) shell.open(edge.url);
    await stopped;
    return 0;
  } finally {
    await edge.stop();
  }
}

async function writeCertificate(path: string, ca: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, ca);
  } catch (error) {
    const remedy = 'Check that the folder is yours to write and that the disk has room.';
    throw new Error(`${path} cannot be written. ${remedy}`, { cause: error });
  }
}

function printBanner(
  { url, httpUrl, notes }: RunningDistribution,
  name: string,
  certificate: string,
  { print, warn, paint }: Shell,
): void {
  for (const note of notes) warn(note);
  print(`
  The site of ${name}, as its distribution on AWS serves it
  ${paint('link', url)}   (and ${httpUrl}, without TLS)

  Certificate  made for this run; go on past your browser's warning, or trust ${certificate}
  Visits       count in ${name}, as everybody's do
  To stop      Ctrl-C
`);
}
