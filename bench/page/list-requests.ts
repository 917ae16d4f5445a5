import { readElements } from '../../test/fixtures/read-page.ts';

export type Requests = {
  /** What the browser asks for, as the page writes it; photos and the tab's icon, which nothing waits for, aside. */
  readonly addresses: readonly string[];
  /** The other hosts among them. */
  readonly hosts: readonly string[];
};

/** Lists what a browser loads before a page is complete: stylesheets and scripts, also those that its own styles name. */
export function listRequests(html: string): Requests {
  const elements = readElements(html);
  const links = elements
    .filter(({ tag, attributes }) => tag === 'link' && attributes.rel?.split(/\s+/).includes('stylesheet'))
    .map(({ attributes }) => attributes.href);
  const scripts = elements.filter(({ tag }) => tag === 'script').map(({ attributes }) => attributes.src);
  const styles = elements.filter(({ tag }) => tag === 'style').flatMap(({ text }) => listImports(text));
  const addresses = [...links, ...scripts, ...styles].filter((address) => address !== undefined);
  const hosts = addresses.flatMap((address) => {
    const { host } = new URL(address, 'https://page.invalid');
    return host === 'page.invalid' ? [] : [host];
  });
  return { addresses, hosts: [...new Set(hosts)] };
}

function listImports(css: string): readonly string[] {
  return [...css.matchAll(/@import\s+(?:url\()?["']?([^"')\s;]+)/g)].flatMap(([, address]) => address ?? []);
}
