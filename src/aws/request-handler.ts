/** How long AWS may take before a request is given up and tried again; by default the SDK waits for ever. */
export const requestHandler = { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true };
