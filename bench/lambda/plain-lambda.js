// A function that only hashes once and sends one request, unsigned: what no function that asks a table with Node's own modules
// can go below.
import { createHash } from 'node:crypto';

const http = process.getBuiltinModule('node:http');
const agent = new http.Agent({ keepAlive: true });

export function handler() {
  createHash('sha256').update('').digest('hex');
  return new Promise((resolve, reject) => {
    http
      .request(process.env.AWS_ENDPOINT_URL, { agent, method: 'POST' })
      .on('response', (response) => response.resume().on('end', () => resolve({ statusCode: 200, body: '' })))
      .on('error', reject)
      .end('{}');
  });
}
