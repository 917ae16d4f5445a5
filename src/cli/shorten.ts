/** The beginning of a text with an ellipsis, where it is longer than so many UTF-16 units. */
export function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).toWellFormed()}…`;
}
