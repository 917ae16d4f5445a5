import type { VisitResponse } from '#visits';

type Kind = 'person' | 'bare' | 'private' | 'bot';

/** Who comes, and what the visitor is told. */
export type Visit = {
  readonly id: string;
  readonly kind: Kind;
  readonly network: number;
  readonly person: number;
  readonly page: '/' | '/de/';
  /** When the page sent it the last time, since the world began. */
  lastSentMs: number;
  /** The answer that the visitor got, if any, with the highest total that anybody had got before. */
  answer?: {
    readonly response: VisitResponse;
    readonly decision: string;
    readonly total: number;
    readonly floor: number;
  };
};

/** What one update did: to which item, for which visit, what it counted and when. */
export type Deed = {
  readonly item: string;
  readonly id: string;
  readonly counters: readonly string[];
  readonly doneMs: number;
};

/** How many visits of one network are believed. */
export const maxNetworkVisits = 5;

/**
 * Whether all notes of a visit were done after it had been sent again, so that the second attempt could not find the first one's: that
 * takes a sandbox that is stopped in the very seconds around midnight, with its note on its way.
 */
const areTooLate = (notes: readonly Deed[], { lastSentMs }: Visit) => notes.every(({ doneMs }) => doneMs > lastSentMs);

/** Finds what is wrong in the table or in an answer; nothing where all is as it must be. */
export function findFault(
  visits: readonly Visit[],
  deeds: readonly Deed[],
  total: number,
  hasLosses: boolean,
): string | undefined {
  const counted = (id: string) => deeds.filter((deed) => deed.item === 'visitors' && deed.id === id).length;
  const notes = (id: string) => deeds.filter((deed) => deed.item.startsWith('day#') && deed.id === id);

  for (const visit of visits) {
    const { id, kind, page, answer } = visit;
    if (kind === 'bare') continue;
    if (counted(id) > 1) return `${id} counts ${counted(id)} times`;
    const persons = notes(id).filter(({ counters }) => counters.includes('v'));
    if (persons.some(({ counters }) => counters.includes('p#/de/') !== (page === '/de/'))) {
      return `${id} is not noted with the page ${page}`;
    }
    if (notes(id).length > 1 && kind !== 'bot' && !areTooLate(notes(id), visit))
      return `${id} is noted ${notes(id).length} times`;
    // Whoever is told from nobody belongs to the day of the clock that is asked.
    if (new Set(notes(id).map(({ item }) => item)).size < notes(id).length) return `${id} is noted twice on a day`;
    if (!answer) continue;
    const { decision } = answer;
    const expected = { counted: [1, 1], private: [1, 0], 'bot-agent': [0, 0], 'bot-flood': [0, 0] }[decision];
    if (!expected) return `${id} is answered ${decision}`;
    const found = [counted(id), Math.min(persons.length, 1)];
    if (String(found) !== String(expected)) return `${id} is answered ${decision}, and counts ${found}`;
    if (decision.startsWith('bot') && notes(id).length === 0) return `${id} is answered ${decision}, and is not noted`;
    const least = decision === 'counted' || decision === 'private' ? answer.floor + 1 : answer.floor;
    if (answer.total < least || answer.total > total) return `${id} is told ${answer.total}, not ${least} to ${total}`;
  }
  const answered = visits.filter(({ answer }) => answer && !answer.decision.startsWith('bot'));
  const totals = new Set(answered.map(({ answer }) => answer?.total));
  if (!hasLosses && totals.size < answered.length) return 'Two visitors are told one total, though no reply was lost';
  if (total < answered.length || total > visits.filter(({ kind }) => kind !== 'bot').length) {
    return `The total is ${total} of ${answered.length} answered visits`;
  }
  return findFaultOfDays(visits, deeds);
}

function findFaultOfDays(visits: readonly Visit[], deeds: readonly Deed[]): string | undefined {
  for (const day of new Set(deeds.map(({ item }) => item).filter((item) => item.startsWith('day#')))) {
    const noted = deeds.filter(({ item, counters }) => item === day && counters.includes('v'));
    const seen = new Set(deeds.filter(({ item }) => item.startsWith(day.replace('day', 'seen'))).map(({ id }) => id));
    const find = (id: string) => visits.find((visit) => visit.id === id);
    for (const network of [0, 1]) {
      const own = noted.filter(({ id }) => find(id)?.network === network);
      if (own.length > maxNetworkVisits) return `${own.length} visits of the network ${network} are believed on ${day}`;
      for (const person of [0, 1, 2]) {
        const of = own.filter(({ id }) => find(id)?.person === person);
        const firsts = of.filter(({ counters }) => counters.includes('u')).length;
        if (firsts > 1) return `The person ${person} of ${network} is counted ${firsts} times on ${day}`;
        const all = visits.filter((visit) => visit.network === network && visit.person === person);
        const areAnswered = all.every(({ answer, kind }) => answer || kind !== 'person');
        // Of a sandbox that was stopped after it had recognized the person, when the visit was sent again on the next day.
        const isElsewhere = all.some(({ id }) => seen.has(id) && !noted.some((deed) => deed.id === id));
        if (of.length > 0 && firsts === 0 && areAnswered && !isElsewhere)
          return `The person ${person} of ${network} is missing on ${day}`;
      }
    }
  }
  return undefined;
}
