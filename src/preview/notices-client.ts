import type { BuildError, BuildNotes } from './to-overlay.ts';

/** What stands in the way of a newer build, and what there is to note. */
export type Notices = { readonly error?: BuildError; readonly notes?: BuildNotes };

/** The stylesheet of the notices. */
export const noticesStyle = `
  :host { color-scheme: light dark; display: block; }
  section, details { font: 1rem/1.5 system-ui, sans-serif; color: light-dark(#1d1d1f, #f2f2f2); text-align: start;
    overflow-wrap: anywhere; }
  section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem;
    background: light-dark(#fff4f2, #2a1a18); border-top: 4px solid light-dark(#b3261e, #ff8a80); }
  details { padding: 0 1rem; font-size: 0.875rem; background: light-dark(#fdf6e3, #2b2615);
    border-bottom: 1px solid light-dark(#d9c98c, #5c5126); }
  summary { padding: 0.5rem 0; cursor: pointer; }
  h2 { margin: 0; font-size: 1.125rem; }
  ul { padding-inline-start: 1.25rem; }
  details ul { max-width: 60rem; margin: 0 0 0.75rem; }
  li { margin-block: 0.25rem; }
  code { font: 0.9em ui-monospace, monospace; }
  @media print { :host { display: none; } }`;

/**
 * Runs in the browser: gives what lays over the page what stands in the way of a newer build, and says above it, in a line that
 * opens, what there is to note. Its own text is sent, so it uses nothing from outside of itself.
 */
export function createNotices(style: string): (notices: Notices) => void {
  // Who mends one note after the other finds the line as it was left, whatever was loaded again in between.
  const opened = 'cloud-resume-notes';
  let shown: readonly HTMLElement[] = [];

  function element(name: string, ...children: (string | Node)[]): HTMLElement {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  /** An element that no style of the page reaches, nor the other way round. */
  function enclose(role: string, content: HTMLElement): HTMLElement {
    const host = element('div');
    host.setAttribute('role', role);
    // Nothing of it is the person's text.
    host.lang = 'en';
    host.dir = 'ltr';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(content);
    return host;
  }

  function list(items: BuildError['items']): HTMLElement {
    return element('ul', ...items.map(({ place, message }) => element('li', element('code', place), ' ', message)));
  }

  function showError({ title, items }: BuildError): HTMLElement {
    const remedy =
      'The page is the last version without mistakes. This goes away when they are fixed and the file is saved.';
    const section = element('section', element('h2', title), list(items), element('p', remedy));
    // Keys scroll what has the focus.
    section.tabIndex = 0;
    const error = enclose('alert', section);
    document.body.append(error);
    return error;
  }

  function showNotes({ title, items }: BuildNotes): HTMLElement {
    const details = element('details', element('summary', title), list(items)) as HTMLDetailsElement;
    details.open = sessionStorage.getItem(opened) !== null;
    details.addEventListener('toggle', () => {
      if (details.open) sessionStorage.setItem(opened, '');
      else sessionStorage.removeItem(opened);
    });
    const notes = enclose('complementary', details);
    notes.setAttribute('aria-label', 'Notes of the preview');
    // Beside the body rather than in it, where it would be a part of the page's layout.
    document.body.before(notes);
    return notes;
  }

  return ({ error, notes }) => {
    for (const notice of shown) notice.remove();
    shown = [...(error ? [showError(error)] : []), ...(notes ? [showNotes(notes)] : [])];
  };
}
