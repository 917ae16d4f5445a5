import { createExactRow, type Section, type Tick } from '../row.ts';
import { computeCost } from './compute-cost.ts';
import { measureItem } from './measure-item.ts';
import { receiveVisits } from './receive-visits.ts';
import { findLimit, simulateWrites } from './simulate-writes.ts';

/** The most write units a second that DynamoDB gives to one partition. */
const partitionUnits = 1000;

/** Computes what visits with full statistics cost on AWS, beside a function that only adds one to the total. */
export async function measureCost(tick: Tick): Promise<Section> {
  const { writes, reads, visitors, day } = await receiveVisits(288, 300);
  tick();
  const busy = 1 + simulateWrites(visitors, 10) + simulateWrites(day, 10);
  return {
    title: 'Cost on AWS: a visit with full statistics, beside one that only adds to the total',
    rows: [
      createExactRow('write units of a visit', '', writes, 1),
      createExactRow('read units of a visit', '', reads, 0),
      {
        ...createExactRow('a million visits', 'USD', computeCost({ writes, reads }), computeCost({ writes: 1 })),
        atMost: 3.2,
      },
      createExactRow('a million visits at 10 per s', 'USD', computeCost({ writes: busy }), computeCost({ writes: 1 })),
      { ...createExactRow('item of a day', 'bytes', measureItem(day), 0), atMost: 1024 },
      createExactRow(
        'visits until a partition is full',
        'per s',
        findLimit([visitors, day], partitionUnits),
        partitionUnits,
      ),
    ],
    notes: [
      'Counted in 288 visits, five minutes apart, to one sandbox; list prices of us-east-1 without free tiers, 12 ms at 256 MB.',
      'The busier it is, the more ids an item remembers, so the more units a write takes; simulated with the very rule of the store.',
    ],
  };
}
