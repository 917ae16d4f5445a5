import { startPreview } from '#preview';
import type { BenchProject } from '../create-project.ts';

export type Saved = {
  /** From before the résumé was written until its page had been fetched, in milliseconds. */
  readonly page: number;
  /** The same until its PDF had been. */
  readonly pdf: number;
};

/** Starts a project's preview, and saves its résumé with a text more at each call. It must be stopped. */
export async function followSaves(project: BenchProject) {
  let isShown = () => {};
  const preview = await startPreview({
    root: project.folder,
    resume: 'resume.yaml',
    host: 'localhost',
    port: 0,
    isDemo: false,
    log: () => {},
    shown: () => isShown(),
  });

  async function save(text: string): Promise<Saved> {
    const shown = new Promise<void>((resolve) => {
      isShown = resolve;
    });
    const start = performance.now();
    await project.change(text);
    await shown;
    const page = await (await fetch(preview.url)).text();
    const pageMs = performance.now() - start;
    const pdf = await fetch(new URL('resume.pdf', preview.url));
    const { byteLength } = await pdf.arrayBuffer();
    const pdfMs = performance.now() - start;
    if (!page.includes(text.trim()) || pdf.status !== 200 || byteLength === 0)
      throw new Error(`The preview does not show the change "${text}". Start it by hand, and save the résumé.`);
    return { page: pageMs, pdf: pdfMs };
  }
  return { save, stop: () => preview.stop() };
}
