import type { Html } from '#html';
import type { Report } from '../create-report.ts';
import { formatVisits } from '../format-count.ts';
import { type Column, drawColumns } from './draw-columns.ts';
import { renderSection } from './render-section.ts';

/** Renders in which hours of the day they came. */
export function renderHours({ hours }: Report): Html {
  const columns = hours.map((count, hour): Column => {
    const label = String(hour).padStart(2, '0');
    return { label, hint: `${hourLabel(hour)}: ${formatVisits(count)}`, count };
  });
  const most = hours.indexOf(Math.max(...hours));
  const words = {
    title: 'Hours of the day, in UTC: visits',
    description: `Most between ${hourLabel(most)}, with ${formatVisits(hours[most] ?? 0)}. The table below has the numbers.`,
  };
  return renderSection({
    id: 'hours',
    title: 'Hours',
    note: 'of the day, in UTC',
    drawings: [
      ['wide', drawColumns(columns, { id: 'hours-wide', ...words }, { width: 660, height: 190, maxLabels: 24 })],
      ['narrow', drawColumns(columns, { id: 'hours-narrow', ...words }, { width: 340, height: 190, maxLabels: 8 })],
    ],
    table: {
      title: 'Hours',
      head: ['Hour, UTC', 'Visits'],
      rows: hours.map((count, hour) => [hourLabel(hour), count]),
    },
  });
}

function hourLabel(hour: number): string {
  const [from, to] = [hour, hour + 1].map((one) => `${String(one).padStart(2, '0')}:00`);
  return `${from} and ${to}`;
}
