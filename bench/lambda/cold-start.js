// A fresh process that is AWS's sandbox for one event: loads the function, hands it the event, says what that took. Plain
// JavaScript, because stripping types would be measured as well.
const [bundle, event] = process.argv.slice(2);

const start = performance.now();
const { handler } = await import(bundle);
const importMs = performance.now() - start;
const { statusCode, body } = await handler(JSON.parse(event));
// Since the process began.
const firstAnswerMs = performance.now();
const { user, system } = process.cpuUsage();

console.log(JSON.stringify({ importMs, firstAnswerMs, cpuMs: (user + system) / 1000, statusCode, body }));
