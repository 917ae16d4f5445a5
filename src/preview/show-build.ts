import type { Api } from './start-api.ts';
import type { BuilderReply, BuildOutcome } from './start-builder.ts';
import type { Edge } from './start-edge.ts';
import { toNotes, toOverlay } from './to-overlay.ts';

/** What was changed, and how long it took until that was shown. */
export type FileChange = {
  /** Relative to the project's folder. */
  readonly paths: readonly string[];
  readonly ms: number;
};

export type Screen = {
  readonly root: string;
  readonly api: Pick<Api, 'deploy'>;
  readonly edge: Pick<Edge, 'showSite' | 'completeSite' | 'showError'>;
  /** Takes sentences about what is made after the pages. */
  readonly log: (text: string) => void;
  /** Is told what is shown from now on: first without a change, and never when it is what was shown before. */
  readonly shown: (outcome: BuildOutcome, change?: FileChange) => void;
};

/** Shows what the builder has made, or the mistakes in its way: first the function, then the pages, and what takes long when it is there. */
export async function showBuild(
  { outcome: made, whole }: BuilderReply,
  screen: Screen,
  change?: () => FileChange,
): Promise<void> {
  const { root, api, edge, shown } = screen;
  const deployed = made.kind === 'built' && (await api.deploy(made.lambda).catch((error: Error) => error));
  const outcome: BuildOutcome = deployed instanceof Error ? { kind: 'refused', mistake: deployed.message } : made;
  const isNewPage =
    outcome.kind === 'built'
      ? edge.showSite(outcome.site, { notes: toNotes(outcome), isWhole: !whole })
      : edge.showError(toOverlay(outcome, root));
  if (deployed === true || isNewPage || !change) shown(outcome, change?.());
  if (outcome === made) void whole?.then((all) => completeBuild(made, all, screen));
}

function completeBuild(page: BuildOutcome, whole: BuildOutcome | undefined, { root, edge, log, shown }: Screen): void {
  if (page.kind !== 'built' || !whole) return;
  if (whole.kind !== 'built') {
    if (edge.showError(toOverlay(whole, root))) shown(whole);
  } else if (edge.completeSite(whole.site, toNotes(whole))) {
    for (const remark of whole.remarks.filter((one) => !page.remarks.includes(one))) log(remark);
  }
}
