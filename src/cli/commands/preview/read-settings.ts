import { UserError } from '../../user-error.ts';

type PreviewSettings = { readonly host: string; readonly port: number };

type Written = {
  readonly aws?: string | undefined;
  readonly demo?: true | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
};

/** Reads where the preview is to listen, from the options and, for the port, from PORT; or says what is wrong. */
export function readSettings(options: Written, env: Readonly<Record<string, string | undefined>>): PreviewSettings {
  if (options.aws !== undefined && options.demo) {
    throw new UserError(
      '--demo simulates the numbers of this folder; with --aws there are none to show. Leave one out.',
      2,
    );
  }
  const name = options.port === undefined ? 'PORT' : '--port';
  const written = options.port ?? (env.PORT || '4000');
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port > 65_535) {
    throw new UserError(`${name} cannot be "${written}"; it is a number from 0 (any free port) to 65535.`, 2);
  }
  return { host: options.host ?? '127.0.0.1', port };
}
