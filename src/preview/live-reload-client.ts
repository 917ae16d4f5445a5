import type { PageState } from './live-reload.ts';
import type { BuildError } from './to-overlay.ts';

/**
 * Runs in the browser: reloads the page when another build is there, and lays over it what stands in the way of a newer one.
 * Its own text is sent, so it uses nothing from outside of itself.
 */
export function liveReloadClient(build: string): void {
  const colors = `
    :host { color-scheme: light dark; }
    section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem;
      font: 1rem/1.5 system-ui, sans-serif; color: light-dark(#1d1d1f, #f2f2f2); background: light-dark(#fff4f2, #2a1a18);
      border-top: 4px solid light-dark(#b3261e, #ff8a80); }
    h2 { margin: 0; font-size: 1.125rem; }
    code { font: 0.9em ui-monospace, monospace; overflow-wrap: anywhere; }
    @media print { section { display: none; } }`;
  let overlay: HTMLElement | undefined;
  let events: EventSource | undefined;

  function element(name: string, ...children: (string | Node)[]): HTMLElement {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  function showError({ title, items }: BuildError): void {
    overlay?.remove();
    overlay = element('div');
    overlay.setAttribute('role', 'alert');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(colors);
    const root = overlay.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const list = items.map(({ place, message }) => element('li', element('code', place), ' ', message));
    const remedy =
      'The page is the last version without mistakes. This goes away when they are fixed and the file is saved.';
    root.append(element('section', element('h2', title), element('ul', ...list), element('p', remedy)));
    document.body.append(overlay);
  }

  function listen(): void {
    events?.close();
    events = undefined;
    // A browser keeps six connections to a host in all, so pages that nobody sees hold none.
    if (document.visibilityState === 'hidden') return;
    events = new EventSource('/.preview/events');
    events.onmessage = ({ data }) => {
      const state: PageState = JSON.parse(data);
      if (state.build !== build) location.reload();
      else if (state.error) showError(state.error);
      else overlay?.remove();
    };
  }

  document.addEventListener('visibilitychange', listen);
  listen();
}
