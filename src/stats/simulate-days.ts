import { type Day, readDay } from '#visits';
import { listDays } from './list-days.ts';

type Weights = Readonly<Record<string, number>>;

/** How many days there were visits on. */
const simulatedDays = 90;
/** A weekday's visits, and what a day of the week has of them, from Sunday on. */
const weekdayVisits = 17;
const week = [0.4, 1, 1.15, 1.1, 1.05, 0.8, 0.35];

// By hour of UTC: Europe's working day, and evenings in America.
const hourWeights = [3, 2, 2, 1, 2, 4, 9, 18, 26, 28, 25, 22, 24, 27, 25, 21, 17, 13, 10, 9, 8, 7, 5, 4];
const hoursOfDay: Weights = Object.fromEntries(hourWeights.entries());
const referrers: Weights = {
  '': 40,
  'linkedin.com': 30,
  'github.com': 13,
  'google.com': 9,
  'xing.com': 4,
  'news.ycombinator.com': 2,
  'bing.com': 2,
};
const pages: Weights = { '/': 66, '/de/': 24, '/for/platform/': 7, '/de/for/platform/': 3 };
const countries: Weights = { DE: 52, US: 14, CH: 9, AT: 8, GB: 6, NL: 4, FR: 3, IN: 2, SE: 1, JP: 1 };
const devices: Weights = { d: 62, m: 34, t: 4 };
const botReasons: Weights = { agent: 70, script: 18, prefetch: 8, empty: 4 };

/** The whole world hears of the page: every so many days. */
const newsEvery = 31;

/**
 * Simulates what a counter would have counted on so many days up to now: visits of 90 days, with the rhythm of a week, the same for
 * the same day whenever it is asked. A day that is not over has what its hours until now have.
 */
export function simulateDays(now: Date, count: number): readonly Day[] {
  const known = new Set(listDays(now, simulatedDays));
  const today = now.toISOString().slice(0, 10);
  return listDays(now, count).map((day) =>
    known.has(day) ? simulateDay(day, day === today ? now.getUTCHours() + 1 : 24) : readDay(day, {}),
  );
}

/** The total that belongs to it: all visits of the 90 days, and those of whom no statistics know. */
export function simulateTotal(now: Date): number {
  const visits = simulateDays(now, simulatedDays).reduce((sum, day) => sum + day.visits, 0);
  return Math.round(visits * 1.07);
}

function simulateDay(day: string, hours: number): Day {
  const number = Math.floor(Date.parse(day) / 86_400_000);
  const random = createRandom(number);
  // Drawn apart, so that the other numbers are what they were before there were pages.
  const randomPage = createRandom(~number);
  // 1970 began on a Thursday.
  const weekday = (number + 4) % 7;
  const news = number % newsEvery === 0 ? 3 : number % newsEvery === 1 ? 1.8 : 1;
  const visits = Math.round(weekdayVisits * (week[weekday] ?? 1) * news * (0.65 + 0.7 * random()));
  const counts: Record<string, number> = {};
  const add = (counter: string) => {
    counts[counter] = (counts[counter] ?? 0) + 1;
  };
  for (let visit = 0; visit < visits; visit += 1) {
    const hour = Number(choose(hoursOfDay, random));
    const referrer = choose(referrers, random);
    const counters = ['v', `c#${choose(countries, random)}`, `d#${choose(devices, random)}`];
    const page = choose(pages, randomPage);
    if (page !== '/') counters.push(`p#${page}`);
    if (referrer !== '') counters.push(`r#${referrer}`);
    if (random() < 0.83 || visit === 0) counters.push('u');
    if (hour < hours) for (const counter of [...counters, `h#${String(hour).padStart(2, '0')}`]) add(counter);
  }
  const bots = Math.round((visits / 4 + 2) * random() * (hours / 24));
  for (let bot = 0; bot < bots; bot += 1)
    for (const counter of ['bot', `b#${choose(botReasons, random)}`]) add(counter);
  return readDay(day, counts);
}

function choose(weights: Weights, random: () => number): string {
  const entries = Object.entries(weights);
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return entries[0]?.[0] ?? '';
}

/** Creates what gives numbers from 0 to 1, always the same for a seed. Source: mulberry32, in the public domain. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return function random() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
