import { printable, shorten } from '#cli';
import type { Resume } from '#resume';

const sections = [
  ['work', 'job', 'jobs'],
  ['volunteer', 'volunteer role', 'volunteer roles'],
  ['education', 'school', 'schools'],
  ['projects', 'project', 'projects'],
  ['skills', 'skill', 'skills'],
  ['certificates', 'certificate', 'certificates'],
  ['publications', 'publication', 'publications'],
  ['awards', 'award', 'awards'],
  ['languages', 'language', 'languages'],
  ['interests', 'interest', 'interests'],
  ['references', 'reference', 'references'],
] as const;

/** Says in one line what a résumé holds: `Jane Doe, 4 jobs, 2 schools`. */
export function describeResume(resume: Resume): string {
  const counts = sections.flatMap(([section, one, many]) => {
    const count = resume[section]?.length ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return [printable(shorten(resume.basics.name, 100)), ...counts].join(', ');
}
