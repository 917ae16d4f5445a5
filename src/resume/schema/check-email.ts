import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';

/** Accepts what mail systems deliver in practice: a local part, one "@" and a domain with a dot, in any script. */
export function checkEmail(text: string): InvalidValue | undefined {
  if (isEmail(text)) return undefined;
  const bare = text.replace(/^mailto:/i, '');
  if (bare !== text && isEmail(bare)) {
    return { message: `${quoteValue(text)} says mailto: first; write ${quoteValue(bare)}.`, instead: bare };
  }
  return { message: `${quoteValue(text)} is not an e-mail address; write one such as jane@example.com.` };
}

/** Tells an address from a text that no mail can be sent to. */
export function isEmail(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@');
  if (more.length > 0 || text.length > 254 || /[\s\p{Cc}\p{Cf}()<>[\]\\,;:"/?#%]/u.test(text)) return false;
  const isDotted = (part: string) => part !== '' && !/^\.|\.\.|\.$/.test(part);
  return isDotted(local) && isDotted(domain) && domain.includes('.') && URL.canParse(`http://${domain}`);
}
