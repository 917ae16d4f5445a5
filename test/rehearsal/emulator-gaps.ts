export type EmulatorGap = {
  /** What the emulator does otherwise than AWS. */
  readonly gap: string;
  /** What stands in for it here. */
  readonly instead: string;
};

/** Where MiniStack 1.5.33 is not AWS. Nothing else of a rehearsal differs from a deployment but the endpoint. */
export const emulatorGaps: readonly EmulatorGap[] = [
  {
    gap: 'CloudFront serves files alone, and only to whoever writes its name as the Host: no error page, no API, no cache.',
    instead:
      "`cloud-resume preview --aws` serves what the distribution says; SITE_URL names it to deploy's smoke test.",
  },
  {
    gap: 'GitHub’s claims repository_id and ref are not known to AssumeRoleWithWebIdentity, and no token is checked.',
    instead: 'After it was seen that the whole trust lets nobody in, these two conditions are taken out of it.',
  },
  {
    gap: 'Some rights are judged on `*`, or without the condition that bounds them.',
    instead: 'The roles get those very rights on `*` beside their own (gapRights).',
  },
  {
    gap: 'CloudWatch needs the Python package cbor2, which MiniStack does not bring.',
    instead: 'It is installed for this alone, in node_modules/.cache.',
  },
  {
    gap: 'An alarm on an expression reads back with a period and a statistic, so a second plan wants to change it.',
    instead: 'The second plan may change these two and nothing else.',
  },
  {
    gap: 'The expression of an alarm is neither kept nor evaluated, so none rings by itself.',
    instead:
      "The alarm's expression, as the state has it, is evaluated here on the function's metrics, and SetAlarmState says the result.",
  },
  {
    gap: 'Calls that come through the gateway leave no trace in the metrics of the function.',
    instead: 'The function is called directly too, good and broken, with an event of the gateway.',
  },
  {
    gap: 'E-mail is not sent.',
    instead: "The topic's message is read at a subscription by HTTP, and the log is asked for the e-mail.",
  },
];

/** Of the roles' rights, those that the emulator does not judge as AWS does; beside all of CloudFront's. */
export const gapRights = [
  'dynamodb:ListTagsOfResource',
  'dynamodb:TagResource',
  'sns:ListTagsForResource',
  'sns:TagResource',
  'iam:CreateRole',
  'iam:PutRolePolicy',
  'iam:DeleteRolePolicy',
  'lambda:CreateFunction',
];

/** What a second plan may want to change of the alarm. */
export const gapAlarm = { address: 'aws_cloudwatch_metric_alarm.errors', attributes: ['period', 'statistic'] };
