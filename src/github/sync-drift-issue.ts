import { driftMark } from '#plans';
import { type Author, type GitHub, isFromWorkflow } from './create-github.ts';

type Issue = Author & { readonly number: number; readonly body: string | null; readonly pull_request?: unknown };

type SyncedIssue = { readonly did: 'opened' | 'updated' | 'closed' | 'nothing'; readonly number?: number };

const title = 'What is deployed is not what main describes';

/** Keeps one open issue that says what differs: opens or updates it, and closes it when nothing does. */
export async function syncDriftIssue(github: GitHub, body: string | undefined): Promise<SyncedIssue> {
  const issues = await github.list<Issue>('/issues?state=open&creator=github-actions%5Bbot%5D');
  const open = issues.find(
    (issue) => issue.pull_request === undefined && isFromWorkflow(issue) && issue.body?.startsWith(driftMark),
  );
  if (body === undefined) {
    if (!open) return { did: 'nothing' };
    await github.call('POST', `/issues/${open.number}/comments`, { body: 'Nothing differs any more.' });
    await github.call('PATCH', `/issues/${open.number}`, { state: 'closed', state_reason: 'completed' });
    return { did: 'closed', number: open.number };
  }
  if (!open) {
    const { number } = await github.call<Issue>('POST', '/issues', { title, body });
    return { did: 'opened', number };
  }
  await github.call('PATCH', `/issues/${open.number}`, { body });
  return { did: 'updated', number: open.number };
}
