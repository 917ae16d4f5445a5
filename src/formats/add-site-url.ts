import { isMap, Pair, parseDocument, Scalar } from 'yaml';

/** Names the site's address in a résumé as YAML, under `meta.site.url`; remarks stay. Nothing changes where there is no place for it. */
export function addSiteUrl(text: string, url: string): string {
  const document = parseDocument(text);
  const { contents } = document;
  if (isMap(contents) && !contents.has('meta')) {
    const key = new Scalar('meta');
    key.spaceBefore = true;
    contents.items.push(new Pair(key, document.createNode({})) as (typeof contents.items)[number]);
  }
  try {
    document.setIn(['meta', 'site', 'url'], url);
  } catch {
    // Something else than a group stands there, which check explains.
    return text;
  }
  return document.toString({ lineWidth: 110 });
}
