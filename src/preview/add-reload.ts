import { createHash } from 'node:crypto';
import type { Site } from '#site';
import { runReload } from './run-reload.ts';

/** The pages of a site, each with a script that reloads it when `build` is not the newest any more, allowed by the policy. */
export function addReload({ files, headers, leftOut }: Site, build: string): Site {
  const script = `(${runReload})(${JSON.stringify(build)})`;
  const tag = new TextEncoder().encode(`<script>${script}</script>\n`);
  const hash = createHash('sha256').update(script).digest('base64');
  return {
    files: files
      .filter(({ type }) => type.startsWith('text/html'))
      .map((file) => ({ ...file, body: Buffer.concat([file.body, tag]) })),
    headers: {
      ...headers,
      'content-security-policy': allow(
        allow(headers['content-security-policy'] ?? '', 'script-src', `'sha256-${hash}'`),
        'connect-src',
        "'self'",
      ),
    },
    leftOut,
  };
}

// A page without a policy allows everything already.
function allow(policy: string, name: string, source: string): string {
  if (policy === '') return policy;
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  const found = directives.find(([first]) => first === name) ?? directives.find(([first]) => first === 'default-src');
  const sources = (found?.slice(1) ?? []).filter((one) => one !== "'none'" && one !== source);
  const others = directives.filter(([first]) => first !== name);
  return [...others, [name, ...sources, source]].map((words) => words.join(' ')).join('; ');
}
