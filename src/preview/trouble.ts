/** Why the newest state of the files cannot be shown. */
export type Trouble = {
  /** One line: `resume.yaml has 2 mistakes`. */
  readonly title: string;
  readonly items: readonly TroubleItem[];
};

export type TroubleItem = {
  /** Such as `resume.yaml:12:14`; empty when nobody knows. */
  readonly place: string;
  readonly message: string;
};
