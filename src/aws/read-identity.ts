import { explainAwsFault } from './explain-aws-fault.ts';
import { requestHandler } from './request-handler.ts';

/** Asks AWS, in a region, who the credentials belong to. Rejects with what was tried and what to do next. */
export async function readIdentity(region: string): Promise<{ readonly account: string; readonly arn: string }> {
  const sts = await import('@aws-sdk/client-sts');
  const client = new sts.STSClient({ region, requestHandler });
  try {
    const { Account = '', Arn = '' } = await client.send(new sts.GetCallerIdentityCommand({}));
    return { account: Account, arn: Arn };
  } catch (fault) {
    throw explainAwsFault(`Asking AWS in ${region} who you are failed`, fault);
  }
}
