/** Keys of an AWS identity; the session token belongs to temporary ones, such as a Lambda's. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};
