/** What is counted by name. */
export type Kind = 'pages' | 'referrers' | 'countries' | 'devices' | 'botReasons';

const words: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  pages: { '/': 'main page', '*': 'others' },
  referrers: { '': 'no referrer', '*': 'others' },
  // ZZ is what the preview sends.
  countries: { '': 'unknown', '*': 'others', ZZ: 'no country' },
  devices: { '': 'unknown', mobile: 'phone' },
  botReasons: {
    '': 'unknown',
    agent: 'says that it is a robot',
    empty: 'names no browser',
    flood: 'too many from one network',
    prefetch: 'loaded ahead, unseen',
    script: 'sent by no page',
  },
};

// English whatever the machine speaks, as all that the command line says.
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Says a name in words; one that nobody knows stays as it is. */
export function shareLabel(kind: Kind, name: string): string {
  const word = words[kind];
  if (Object.hasOwn(word, name)) return word[name] ?? name;
  return (kind === 'countries' && /^[A-Z]{2}$/.test(name) && countries.of(name)) || name;
}

const maxNameLength = 80;

/**
 * Cleans a name that came from outside: whatever a terminal or a page would not just show, such as control characters and marks
 * of direction, becomes U+FFFD, and what is longer than 80 characters is cut.
 */
export function cleanName(name: string): string {
  const clean = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return clean.length > maxNameLength ? `${clean.slice(0, maxNameLength - 1)}…` : clean;
}
