/** What OpenTofu says of one change in its JSON plan, as far as it is read here. */
export type TofuChange = {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** The shape of `after`, with `true` where a value is known only after it was applied. */
  readonly after_unknown?: unknown;
  /** The shapes of both, with `true` where a value is secret. */
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
};

export type TofuResourceChange = {
  readonly address: string;
  readonly previous_address?: string;
  readonly change: TofuChange;
};

/** OpenTofu's JSON plan, as `tofu show -json` and Terragrunt's `--json-out-dir` write it. */
export type TofuPlan = {
  readonly variables?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly resource_changes?: readonly TofuResourceChange[];
  readonly resource_drift?: readonly TofuResourceChange[];
  readonly output_changes?: Readonly<Record<string, TofuChange>>;
};
