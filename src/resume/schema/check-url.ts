import type { Flaw } from '../finding.ts';
import { quoteValue } from '../quote-value.ts';

const EXAMPLE = 'write the whole address, such as https://example.com/jane';

/** Accepts `http://` and `https://` addresses with a real host, and nothing that a browser would run or open otherwise. */
export function checkUrl(text: string): Flaw | undefined {
  const value = quoteValue(text);
  // The URL parser drops tabs and line ends and turns \ into /: ways to hide a scheme, so they are refused before.
  if (/[\s\p{Cc}\p{Cf}]/u.test(text))
    return { message: `${value} has a space or an invisible character in it; remove it.` };
  if (text.includes('\\')) return { message: `${value} has a backslash in it; write "/" instead.` };
  if (text.startsWith('//')) return suggest(text, `https:${text}`);
  if (looksLikeHost(text)) return suggest(text, `https://${text}`);

  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return { message: `${value} is no web address; ${EXAMPLE}.` };
  if (scheme === 'mailto')
    return { message: `${value} is an e-mail address, which belongs in basics.email; ${EXAMPLE}.` };
  if (scheme === 'tel') return { message: `${value} is a phone number, which belongs in basics.phone; ${EXAMPLE}.` };
  if (scheme !== 'http' && scheme !== 'https') {
    return { message: `${value} starts with "${scheme}:", but a link may only start with https:// or http://.` };
  }
  return checkWebUrl(text, scheme);
}

/** Accepts the bare address of a site: no path, query or hash, because a site lives at the root of its host. */
export function checkOrigin(text: string): Flaw | undefined {
  const flaw = checkUrl(text);
  if (flaw !== undefined) return (flaw.instead && checkOrigin(flaw.instead)) || flaw;
  const [origin] = /^https?:\/\/[^/?#]*/i.exec(text) ?? [];
  if (origin === undefined || text === origin || text === `${origin}/`) return undefined;
  return {
    message: `${quoteValue(text)} has more than a host, but a site lives at the root of its own; write ${quoteValue(origin)}.`,
  };
}

function checkWebUrl(text: string, scheme: string): Flaw | undefined {
  const value = quoteValue(text);
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text))
    return { message: `${value} is no valid address; ${EXAMPLE}.` };
  const { hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') {
    return { message: `${value} has a user name or password before the "@"; everybody could read it, so remove it.` };
  }
  if (hostname === 'http' || hostname === 'https')
    return { message: `${value} names its scheme twice; write "${scheme}://" once.` };
  if (hostname === 'localhost' || hostname.startsWith('[') || /[^.]\.[^.]/.test(hostname)) return undefined;
  return { message: `${value} has no complete host name; ${EXAMPLE}.` };
}

/** `example.com/jane` and `example.com:8080`, but not `javascript:…`, `jane@example.com` or `photo`. */
function looksLikeHost(text: string): boolean {
  return /^[^/:?#@.\s]+(?:\.[^/:?#@.\s]+)*\.\p{L}[^/:?#@.\s]+(?::\d+)?(?:[/?#].*)?$/u.test(text);
}

function suggest(text: string, instead: string): Flaw | undefined {
  const value = quoteValue(text);
  if (checkUrl(instead) !== undefined) return { message: `${value} is no web address; ${EXAMPLE}.` };
  return { message: `${value} does not say https:// first; write ${quoteValue(instead)}.`, instead };
}
