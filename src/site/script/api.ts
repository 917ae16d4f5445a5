// Counts one visit and shows the total, once somebody can see the page: a prerendered page or a tab in the background has
// had no visitor yet. Without an API the line stays hidden.
const line = document.getElementById('visits');

async function count() {
  if (!line || document.visibilityState !== 'visible') return;
  document.removeEventListener('visibilitychange', count);
  try {
    const response = await fetch('/visitor', { method: 'POST', keepalive: true });
    const total: number = (await response.json()).count;
    (line.lastElementChild as HTMLElement).textContent = total.toLocaleString(document.documentElement.lang);
    line.hidden = !response.ok;
  } catch {}
}

document.addEventListener('visibilitychange', count);
void count();
