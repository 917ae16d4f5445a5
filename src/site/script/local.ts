// Counts the visits of this browser alone, for a site that has no API; without storage the line stays hidden.
import { isAgain } from './is-again.ts';

const line = document.getElementById('visits');
if (line) {
  try {
    const total = Number(localStorage.getItem('visits')) + (isAgain() ? 0 : 1);
    localStorage.setItem('visits', String(total));
    (line.lastElementChild as HTMLElement).textContent = total.toLocaleString(document.documentElement.lang);
    line.hidden = false;
  } catch {}
}
