import type { Entry, Outline, RichText, Span } from '#site';

/** Everything that an outline says, value by value, in its order. */
export function listWords({ name, label, summary, contact, sections }: Outline): readonly string[] {
  return [
    name,
    label,
    ...contact.flatMap(({ network, text }) => [network, text]),
    ...listText(summary),
    ...sections.flatMap(({ heading, layout, groups }) => [
      heading.text,
      ...groups.flatMap(({ entries }) =>
        entries.flatMap((entry) => (layout === 'quotes' ? listQuote(entry) : listEntry(entry))),
      ),
    ]),
  ].filter((text) => text !== undefined && text !== '') as readonly string[];
}

function listQuote(entry: Entry): readonly (string | undefined)[] {
  return [...listText(entry.text), ...listEntry({ ...entry, text: undefined })];
}

function listEntry(entry: Entry): readonly (string | undefined)[] {
  return [
    entry.title?.text,
    entry.level,
    entry.period?.map(({ text }) => text).join(''),
    entry.subtitle?.text,
    entry.place,
    ...entry.facts.map((fact) => fact?.text),
    ...listText(entry.about),
    ...listText(entry.text),
    ...entry.points.flatMap(listText),
    ...entry.details.flatMap(({ label, value }) => [label.text, value]),
    ...entry.keywords,
    ...entry.roles.flatMap(listEntry),
  ];
}

function listText(text: RichText | undefined): readonly string[] {
  return (text ?? []).flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap(listText) : [joinSpans(block.spans)],
  );
}

function joinSpans(spans: readonly Span[]): string {
  return spans
    .map((span) => ('spans' in span ? joinSpans(span.spans) : span.kind === 'break' ? ' ' : span.text))
    .join('');
}
