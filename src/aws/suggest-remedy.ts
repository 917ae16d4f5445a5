/**
 * Says what to do about an error, by its name in DynamoDB or its code in Node.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
export function suggestRemedy(code: string): string {
  const found = remedies.find(([codes]) => codes.test(code));
  return found?.[1] ?? 'It is not sent again, because it may have been counted. If this goes on, look up the cause.';
}

const remedies: readonly (readonly [codes: RegExp, remedy: string])[] = [
  [/ResourceNotFound/, 'Deploy the dynamodb unit, or set TABLE_NAME and AWS_REGION to those of the table.'],
  [/AccessDenied/, 'Allow dynamodb:UpdateItem on the table to the role: deploy the api_gateway-lambda unit.'],
  [/Token|Signature|UnrecognizedClient/, 'Check the credentials of AWS in the environment, and the clock.'],
  [/Throttling|Throughput|RequestLimit/, 'It recovers by itself. If not, raise the write limit in the dynamodb unit.'],
  [/Validation|UnreadableReply/, 'Check TABLE_NAME, and that count in its item visitors is a whole number.'],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/, 'It was not counted. Check AWS_REGION and AWS_ENDPOINT_URL_DYNAMODB.'],
];
