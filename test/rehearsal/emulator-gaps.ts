type EmulatorGap = {
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
    gap: 'API Gateway and CloudFront have no metrics, and the expression of an alarm is neither kept nor evaluated: none rings by itself.',
    instead:
      "The first alarm's expression, as the state has it, is evaluated here on what the API answered, and SetAlarmState says the result.",
  },
  {
    gap: 'A stage may be tagged without apigateway:TagResource, and what AWS bounds by no resource is not refused on a name.',
    instead: 'A test of the infrastructure replays each of these calls against the policies.',
  },
  {
    gap: 'E-mail is not sent.',
    instead: 'The topic is heard by an HTTPS endpoint that confirms by itself, and the log is asked for the e-mail.',
  },
  {
    gap: 'A subscription that waits for its confirmation has no ARN, so the provider cannot wait for it.',
    instead: 'Topic and subscription are made and confirmed before; the deployment finds both.',
  },
  {
    gap: 'A CloudFront function that was changed cannot be published: the version that the change answers with is not known.',
    instead: 'A domain is rehearsed with one name; redirects are tested with the function itself and by the module.',
  },
  {
    gap: 'CloudFront takes any text for the code of a function, and runs none.',
    instead: 'A test holds the code to the part of JavaScript that CloudFront documents.',
  },
  {
    gap: 'ACM issues a certificate without looking for its records, and Route 53 signs no zone.',
    instead: 'That a certificate is waited for is tested with tools that stand in, and DNSSEC is planned alone.',
  },
  {
    gap: 'CloudWatch tells EventBridge of no alarm.',
    instead: 'The event that it sends is put on the bus; rule, transformer and API destination do the rest.',
  },
];

/** Of the roles' rights, those that the emulator does not judge as AWS does; beside all of CloudFront's, EventBridge's, the firewall's and a domain's. */
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
