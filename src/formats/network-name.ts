/** How networks write themselves, by what programs call them. */
const networkNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    github: 'GitHub',
    gitlab: 'GitLab',
    linkedin: 'LinkedIn',
    youtube: 'YouTube',
    stackoverflow: 'Stack Overflow',
    'stack-overflow': 'Stack Overflow',
    whatsapp: 'WhatsApp',
    wechat: 'WeChat',
    tiktok: 'TikTok',
    twitter: 'X',
    x: 'X',
    orcid: 'ORCID',
    researchgate: 'ResearchGate',
    devto: 'DEV',
  }),
);

export function readNetworkName(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const known = networkNames.get(text.toLowerCase());
  if (known !== undefined) return known;
  // Written in capitals or small letters only, as programs do.
  const isCode = /^(?:[A-Z]{4,}|[a-z]+)$/.test(text);
  return isCode ? text.charAt(0).toUpperCase() + text.slice(1).toLowerCase() : text;
}
