import { parsePolicy } from '#html';

/**
 * What a page's policy lets in and the deployed policy does not, as `script-src 'sha256-…'`; none when the page works under
 * the deployed one. Without a deployed policy everything is let in.
 */
export function findMissingSources(page: string, deployed: string | undefined): readonly string[] {
  if (deployed === undefined) return [];
  const allowed = parsePolicy(deployed);
  return [...parsePolicy(page)].flatMap(([directive, sources]) => {
    if (!isFetch(directive)) return [];
    const granted = allowed.get(directive) ?? allowed.get('default-src');
    // A directive that neither names bounds nothing.
    if (granted === undefined || granted.includes('*')) return [];
    return sources
      .filter((source) => source !== "'none'" && !granted.includes(source))
      .map((source) => `${directive} ${source}`);
  });
}

function isFetch(directive: string): boolean {
  return directive.endsWith('-src');
}
