import type { Credentials } from '#counter';
import type { Emulator } from './start-emulator.ts';

/** What every step of a rehearsal has at hand. */
export type Rehearsal = {
  readonly emulator: Emulator;
  /** The variables of commands: with the emulator's addresses, and without credentials. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

/** An environment of the project, in a checkout of its own. */
export type Environment = {
  readonly name: 'dev' | 'prod';
  readonly checkout: string;
  /** Of the role that deploys it. */
  readonly deployer: Credentials;
};

/** Where an environment is deployed, and the edge that serves it. */
export type Deployed = Environment & {
  readonly url: string;
  readonly httpUrl: string;
  /** The authority behind the edge, a PEM file. */
  readonly caFile: string;
  readonly bucket: string;
  readonly distributionId: string;
  readonly apiId: string;
  readonly functionName: string;
  readonly table: string;
  readonly seenTable: string;
};
