/** A function that does nothing: what is left is Node. */
export async function handler() {
  return { statusCode: 200, body: '{"count":1}' };
}
