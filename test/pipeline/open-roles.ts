import { addGapRights, iam } from '../rehearsal/assume-role.ts';
import { type Aws, readElements } from '../rehearsal/call-aws.ts';

const github = 'token.actions.githubusercontent.com';

/**
 * Lets the emulator lend the roles of the pipeline: it knows no claims but `aud` and `sub`, so the conditions on others are taken
 * out, and judges some rights otherwise than AWS. Who may have a role is still decided by `sub`.
 */
export async function openRoles(aws: Aws, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const role = `cloud-resume-${name}`;
    const found = await aws.read(iam('GetRole', { RoleName: role }));
    const trust = JSON.parse(decodeURIComponent(readElements(found, 'AssumeRolePolicyDocument')[0] ?? '')) as {
      readonly Statement: readonly { Condition: { StringEquals: Record<string, unknown> } }[];
    };
    for (const { Condition } of trust.Statement) {
      delete Condition.StringEquals[`${github}:repository_id`];
      delete Condition.StringEquals[`${github}:ref`];
    }
    await aws.read(iam('UpdateAssumeRolePolicy', { RoleName: role, PolicyDocument: JSON.stringify(trust) }));
    await addGapRights(aws, role);
  }
}
