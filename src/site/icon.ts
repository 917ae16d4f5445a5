import { type Html, html } from '#html';
import icons from './icons.json' with { type: 'json' };

export type IconName = keyof typeof icons;

/** Renders one of the Tabler icons in icons.json (MIT, https://tabler.io/icons) in the color of the text; it says nothing itself. */
export function renderIcon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[name]}"/></svg>`;
}

const otherNames: Readonly<Record<string, IconName>> = {
  email: 'mail',
  googlescholar: 'scholar',
  hackernews: 'ycombinator',
  homepage: 'globe',
  kakao: 'kakaotalk',
  orcid: 'scholar',
  researchgate: 'scholar',
  website: 'globe',
};

// A name alone would also find "mail", "link" and the object's own inherited keys.
const networks: ReadonlyMap<string, IconName> = new Map([
  ...(Object.keys(icons) as IconName[]).map((name): [string, IconName] => [name, name]),
  ...Object.entries(otherNames),
]);

/** Finds the icon of a profile's network, by its name or else by the address, and a plain link's icon for all others. */
export function findNetworkIcon(network = '', url?: string): IconName {
  const host = url && URL.canParse(url) ? new URL(url).hostname.split('.') : [];
  const candidates = [network, ...host.slice(0, -1)].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  for (const candidate of candidates) {
    const icon = networks.get(candidate);
    if (icon) return icon;
  }
  return 'link';
}
