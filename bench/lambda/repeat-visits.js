// A process that is AWS's sandbox for many events, one after the other, once it is warm: says what process time each takes. Plain
// JavaScript, as the function is.
const [bundle, event, visits] = process.argv.slice(2);
const { handler } = await import(bundle);

async function repeat(times) {
  for (let visit = 0; visit < times; visit += 1) {
    const { statusCode } = await handler(JSON.parse(event));
    if (statusCode !== 200) throw new Error(`The function answered ${statusCode}.`);
  }
}

await repeat(Number(visits));
const start = process.cpuUsage();
await repeat(Number(visits));
const { user, system } = process.cpuUsage(start);
console.log((user + system) / Number(visits));
// The connections are kept.
process.exit();
