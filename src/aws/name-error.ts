/** Creates an Error whose name tells its kind, for causes that have no code. */
export function nameError(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
