import { type Html, html, joinHtml } from '#html';
import type { Skill } from '#resume';
import type { Context } from '../context.ts';
import { renderEntry, renderSection, renderTags } from './entry.ts';

export function renderSkills(skills: readonly Skill[] | undefined, context: Context): Html | undefined {
  return renderSection(
    'skills',
    context.words.labels.skills,
    skills?.map(({ name, level, keywords }) =>
      renderEntry({
        title: name && joinHtml([name, level && html`<span class="level">${level}</span>`], ' '),
        at: [!name && level],
        body: renderTags(keywords),
      }),
    ),
  );
}
