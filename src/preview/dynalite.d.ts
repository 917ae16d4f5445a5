declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** DynamoDB over HTTP; `close` also closes its database. Times are in milliseconds. */
  function dynalite(options: { readonly path?: string; readonly createTableMs?: number }): Server;
  export = dynalite;
}
