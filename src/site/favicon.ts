import { html } from '#html';

/** Draws the browser tab's picture: the initials of a name on the accent. `public/favicon.svg` takes its place if there is one. */
export function renderFavicon(name: string, accent: string): string {
  const { markup } = html`
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
      <rect width="64" height="64" rx="14" fill="${accent}"/>
      <text x="32" y="42" text-anchor="middle" font-family="Georgia,serif" font-size="30" fill="#fff">${readInitials(name)}</text>
    </svg>`;
  return `${markup}\n`;
}

/** The first letters of a name's first and last word. */
export function readInitials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const initials = ends.map((word) => firstCharacter(word ?? ''));
  // Letters that join would make a word of the initials, such as "no".
  return initials.join(initials.every((initial) => /\p{Script=Arabic}/u.test(initial)) ? '\u200c' : '');
}

// A letter may have marks without end.
const maxLength = 100;

function firstCharacter(word: string): string {
  // Nothing joins a plain letter to another one, and asking Intl takes long.
  const first =
    /^[a-z](?=[a-z]|$)/i.exec(word)?.[0] ??
    new Intl.Segmenter('en').segment(word.slice(0, maxLength).toWellFormed()).containing(0)?.segment;
  return first?.toLocaleUpperCase('en') ?? '';
}
