/**
 * A name of a folder as text of a comment: nothing in it is Markdown, HTML or a mention, nothing is invisible, and it has 60
 * signs at most.
 */
export function formatName(name: string): string {
  if (/^[\w.-]{1,60}$/.test(name)) return name;
  const signs = [...name];
  const shown = signs.slice(0, 60).map((sign) => {
    if (/[\w./ -]/.test(sign)) return sign;
    const code = sign.codePointAt(0) ?? 0;
    return /[\p{C}\p{Z}]/u.test(sign) ? `\\u{${code.toString(16)}}` : `&#${code};`;
  });
  return `<code>${shown.join('')}${signs.length > 60 ? '…' : ''}</code>`;
}
