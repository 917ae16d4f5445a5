/** What a visit is answered with; `new Response(answer.body, answer)` makes a web-standard `Response` of it. */
export type VisitResponse = {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body: string;
};

/** What was decided about a request, told in the `x-visitor` header. */
export type Decision = 'counted' | 'unknown-path' | 'wrong-method' | 'too-large' | 'fault';

export function createResponse(
  status: number,
  decision: Decision,
  content: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): VisitResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-visitor': decision,
      ...headers,
    },
    body: JSON.stringify(content),
  };
}
