/** What doctor found out about one thing. */
export type Check =
  | { readonly state: 'good'; readonly text: string }
  | { readonly state: 'bad'; readonly text: string /** What to do. */; readonly remedy: string }
  /** It could not be looked at, because something above it is missing. */
  | { readonly state: 'unknown'; readonly text: string };

export function good(text: string): Check {
  return { state: 'good', text };
}

export function bad(text: string, remedy: string): Check {
  return { state: 'bad', text, remedy };
}

export function unknown(text: string): Check {
  return { state: 'unknown', text };
}
