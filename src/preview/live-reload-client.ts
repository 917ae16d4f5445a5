import type { Notices } from './notices-client.ts';

/** What an open page gets to know: the build that it should show, and what is to be said of it. */
export type PageState = Notices & { readonly build: string };

/**
 * Runs in the browser: reloads the page when another build is there, and shows what is to be said of its own. Its own text is sent,
 * so it uses nothing from outside of itself.
 */
export function liveReloadClient(build: string, showNotices: (notices: Notices) => void): void {
  let events: EventSource | undefined;

  function show(state: PageState): void {
    if (state.build === build) showNotices(state);
    else location.reload();
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
