/** Keys of an AWS identity; the session token belongs to temporary ones, such as a Lambda's; an empty one is none. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};
