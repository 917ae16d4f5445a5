// Counts one visit and shows the total, once somebody can see the page: a prerendered page or a tab in the background has
// had no visitor yet. Nothing stays on the device. Without an API the line stays hidden.
import { isAgain } from './is-again.ts';

const line = document.getElementById('visits') as HTMLElement;

async function count() {
  if (document.hidden) return;
  document.onvisibilitychange = null;
  const { host, pathname } = location;
  const referrer = document.referrer.split('/')[2];
  const body = JSON.stringify({
    // Eight characters of two million millions, the same in both attempts, so that they count once.
    id: (1e11 + Math.random() * 2e12).toString(36).slice(0, 8),
    r: referrer === host ? '' : referrer,
    // The main page need not be named.
    p: pathname === '/' ? undefined : pathname,
    again: isAgain(),
  });
  for (const _ of [1, 2]) {
    try {
      const response = await fetch('/visitor', {
        method: 'POST',
        keepalive: true,
        body,
        // Both end within the ten seconds for which an id is remembered.
        signal: AbortSignal.timeout(4000),
      });
      const total: number = (await response.json()).count;
      (line.lastElementChild as HTMLElement).textContent = total.toLocaleString(document.documentElement.lang);
      line.hidden = !response.ok;
      if (response.ok) break;
    } catch {}
  }
}

document.onvisibilitychange = count;
void count();
