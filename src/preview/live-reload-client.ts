import type { BuildError, BuildNotes } from './to-overlay.ts';

/** What an open page gets to know: the build that it should show, and what stands in the way of a newer one, what there is to note. */
export type PageState = { readonly build: string; readonly error?: BuildError; readonly notes?: BuildNotes };

/**
 * Runs in the browser: reloads the page when another build is there, lays over it what stands in the way of a newer one, and says
 * above it, in a line that opens, what there is to note. Its own text is sent, so it uses nothing from outside of itself.
 */
export function liveReloadClient(build: string): void {
  const style = `
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
  // Who mends one note after the other finds the line as it was left, whatever was loaded again in between.
  const opened = 'cloud-resume-notes';
  let error: HTMLElement | undefined;
  let notes: HTMLElement | undefined;
  let events: EventSource | undefined;

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

  function showError({ title, items }: BuildError): void {
    const remedy =
      'The page is the last version without mistakes. This goes away when they are fixed and the file is saved.';
    const section = element('section', element('h2', title), list(items), element('p', remedy));
    // Keys scroll what has the focus.
    section.tabIndex = 0;
    error = enclose('alert', section);
    document.body.append(error);
  }

  function showNotes({ title, items }: BuildNotes): void {
    const details = element('details', element('summary', title), list(items)) as HTMLDetailsElement;
    details.open = sessionStorage.getItem(opened) !== null;
    details.addEventListener('toggle', () => {
      if (details.open) sessionStorage.setItem(opened, '');
      else sessionStorage.removeItem(opened);
    });
    notes = enclose('complementary', details);
    notes.setAttribute('aria-label', 'Notes of the preview');
    // Beside the body rather than in it, where it would be a part of the page's layout.
    document.body.before(notes);
  }

  function show(state: PageState): void {
    if (state.build !== build) {
      location.reload();
      return;
    }
    error?.remove();
    notes?.remove();
    if (state.error) showError(state.error);
    if (state.notes) showNotes(state.notes);
  }

  function listen(): void {
    events?.close();
    events = undefined;
    // A browser keeps six connections to a host in all, so hidden pages hold none.
    if (document.visibilityState === 'hidden') return;
    events = new EventSource('/.preview/events');
    events.onmessage = ({ data }) => show(JSON.parse(data));
  }

  document.addEventListener('visibilitychange', listen);
  listen();
}
