import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProject } from '../create-project.ts';
import { namePackage } from '../name-package.ts';
import { repeat } from '../repeat.ts';
import type { Section, Tick } from '../row.ts';
import { summarize } from '../summarize.ts';

/** Measures what a build takes, the first one and the one after a change, beside the usual tool for such résumés. */
export async function measureBuild(tick: Tick): Promise<Section> {
  const project = await createProject();
  try {
    const samples = await repeat({ maxRuns: 15, budgetMs: 40_000, tick }, async (index) => {
      await project.clean();
      const cold = await project.build();
      const mark = ` Change ${index}.`;
      await project.change(mark);
      const changed = await project.build();
      const rendered = await project.render();
      await expectText(join(project.folder, 'dist/site/resume.json'), mark);
      await expectText(join(project.folder, 'resume.html'), mark);
      return { cold, changed, rendered };
    });
    const cpu = (name: keyof (typeof samples)[number]) => summarize(samples.map((sample) => sample[name].cpuMs));
    const wall = (name: keyof (typeof samples)[number]) => summarize(samples.map((sample) => sample[name].wallMs));
    return {
      title: `Build: cloud-resume build, beside ${namePackage('resumed')} render with ${namePackage('jsonresume-theme-even')}`,
      rows: [
        {
          what: 'after a change, process time',
          unit: 'ms',
          ours: cpu('changed'),
          theirs: cpu('rendered'),
          atMost: 300,
        },
        { what: 'after a change, wall time', unit: 'ms', ours: wall('changed'), theirs: wall('rendered') },
        { what: 'cold, process time', unit: 'ms', ours: cpu('cold'), theirs: cpu('rendered') },
        { what: 'cold, wall time', unit: 'ms', ours: wall('cold'), theirs: wall('rendered') },
      ],
      notes: [
        'Process time is user and system time with that of all children. Cold: nothing built, nothing compiled before.',
        'Ours checks the résumé and makes the site, its script and the function; theirs makes one HTML file, unchecked.',
        'Theirs keeps nothing from one run to the next, nor is it faster with a compile cache: both of its numbers are the same.',
      ],
    };
  } finally {
    await project.remove();
  }
}

// What did not take the change was not measured.
async function expectText(path: string, text: string): Promise<void> {
  if (!(await readFile(path, 'utf8')).includes(text)) {
    throw new Error(`${path} lacks the change "${text}". Build by hand and look at the file.`);
  }
}
