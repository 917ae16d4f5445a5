import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';

const example = 'write the whole address, such as https://example.com/jane';

/** What a file is called by; some are top-level domains as well, so they say a file only where nothing else follows. */
const fileName =
  /\.(?:html?|pdf|docx?|odt|rtf|txt|md|zip|js|css|json|ya?ml|xml|csv|png|jpe?g|gif|webp|avif|svg|ico|mp[34]|pptx?|xlsx?|tex)$/i;
const pathOfFile = /^[^/?#]+\.(?:html?|pdf|docx?|txt|json|xml|png|jpe?g|gif|svg)\//i;

/**
 * Accepts `http:`, `https:`, `mailto:` and `tel:` addresses, and paths of files that `public/` may have. Everything else
 * stays out of links: what a browser would run or open otherwise, and what leads nowhere.
 */
export function checkUrl(text: string): InvalidValue | undefined {
  const value = quoteValue(text);
  const leaveOut = (message: string): InvalidValue => ({ message, isLeftOut: true });
  // The URL parser drops tabs and line ends and turns \ into /: ways to hide a scheme, so they are refused before.
  if (/[^\S ]|[\p{Cc}\p{Cf}]/u.test(text)) return leaveOut(`${value} has an invisible character in it; remove it.`);
  if (text.includes('\\')) return mend(text, text.replaceAll('\\', '/'), 'has a backslash in it');
  if (text.includes(' ')) return mend(text, text.replaceAll(' ', '%20'), 'has a space in it');
  if (text.startsWith('//')) return mend(text, `https:${text}`, 'does not say https:// first');
  if (isFilePath(text)) return undefined;
  if (looksLikeHost(text)) return mend(text, `https://${text}`, 'does not say https:// first');

  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return leaveOut(`${value} is not a web address; ${example}.`);
  if (scheme === 'mailto' || scheme === 'tel') return undefined;
  if (scheme !== 'http' && scheme !== 'https') {
    return leaveOut(`${value} starts with "${scheme}:", but a link may only start with https:// or http://.`);
  }
  return checkWebUrl(text, scheme);
}

/** Tells a path of a file, such as `talks/2023.pdf` or `/cv.html#top`, from an address of another site. */
export function isFilePath(text: string): boolean {
  const path = text.replace(/[?#].*$/, '');
  if (/^(?:\.\.?)?\/[^/]/.test(path)) return true;
  if (/^[^/:@]+$/.test(path)) return fileName.test(path);
  return /^[^/:@.]+\/(?:[^/:]|$)/.test(path) || (pathOfFile.test(path) && !path.includes(':'));
}

/** Accepts the bare address of a site: no path, query or hash, because a site lives at the root of its host. */
export function checkOrigin(text: string): InvalidValue | undefined {
  const invalid = checkUrl(text);
  if (invalid !== undefined) return (invalid.instead && checkOrigin(invalid.instead)) || invalid;
  const [origin] = /^https?:\/\/[^/?#]*/i.exec(text) ?? [];
  if (origin === undefined) return { message: `${quoteValue(text)} is not the address of a site; ${example}.` };
  if (text === origin || text === `${origin}/`) return undefined;
  return {
    message: `${quoteValue(text)} has more than a host, but a site lives at the root of its own; write ${quoteValue(origin)}.`,
    instead: origin,
  };
}

function checkWebUrl(text: string, scheme: string): InvalidValue | undefined {
  const value = quoteValue(text);
  const leaveOut = (message: string): InvalidValue => ({ message, isLeftOut: true });
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text))
    return leaveOut(`${value} is not a valid address; ${example}.`);
  const { hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') {
    return leaveOut(`${value} has a user name or password before the "@"; everybody could read it, so remove it.`);
  }
  if (hostname === 'http' || hostname === 'https')
    return leaveOut(`${value} names its scheme twice; write "${scheme}://" once.`);
  if (hostname === 'localhost' || hostname.startsWith('[') || /[^.]\.[^.]/.test(hostname)) return undefined;
  return leaveOut(`${value} has no complete host name; ${example}.`);
}

/** `example.com/jane` and `example.com:8080`, but not `javascript:…`, `jane@example.com` or `photo`. */
function looksLikeHost(text: string): boolean {
  return /^[^/:?#@.\s]+(?:\.[^/:?#@.\s]+)*\.\p{L}[^/:?#@.\s]+(?::\d+)?(?:[/?#].*)?$/u.test(text);
}

function mend(text: string, instead: string, fault: string): InvalidValue {
  const value = quoteValue(text);
  const mended = checkUrl(instead);
  const right = mended === undefined ? instead : mended.instead;
  if (right === undefined)
    return { message: `${value} ${fault} and is not a web address; ${example}.`, isLeftOut: true };
  return { message: `${value} ${fault}; write ${quoteValue(right)}.`, instead: right };
}
