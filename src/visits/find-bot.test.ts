import assert from 'node:assert/strict';
import test from 'node:test';
import { type BotReason, findBot } from './find-bot.ts';

const page = { origin: 'https://jane.example', 'sec-fetch-site': 'same-origin' };
const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android =
  'Mozilla/5.0 (Linux; Android 15; SM-S921B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like Gecko)';

// Recruiters open a link where they find it: in the apps of networks, mail and chat, and behind a company's proxy.
const persons: readonly (readonly [who: string, agent: string])[] = [
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  [
    'Chrome',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  ],
  [
    'Edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
  ],
  [
    'Safari',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  ],
  ['Safari on a phone', `${phone} Version/18.5 Mobile/15E148 Safari/604.1`],
  [
    'Samsung Internet',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  ],
  ['the LinkedIn app on an iPhone', `${phone} Mobile/15E148 [LinkedInApp]/9.31.1154`],
  [
    'the LinkedIn app on Android',
    `${android} Version/4.0 Chrome/138.0.7204.63 Mobile Safari/537.36 [LinkedInApp]/4.1.1089`,
  ],
  [
    'the Facebook app',
    `${phone} Mobile/22F76 [FBAN/FBIOS;FBAV/519.0.0.45.79;FBBV/748271412;FBDV/iPhone15,2;FBMD/iPhone]`,
  ],
  [
    'the Instagram app',
    `${phone} Mobile/22F76 Instagram 386.0.0.43.80 (iPhone15,2; iOS 18_5; de_DE; de; scale=3.00; 1179x2556)`,
  ],
  ['the Google app', `${phone} GSA/374.0.774125193 Mobile/15E148 Safari/604.1`],
  [
    'Slack on a desktop',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Slack/4.44.59 Chrome/134.0.6998.205 Electron/35.1.5 Safari/537.36',
  ],
  [
    'Teams on a desktop',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36 Edg/136.0.0.0 Teams/25122.1415.3698.6812',
  ],
  ['an old Internet Explorer', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
];
for (const [who, agent] of persons) {
  test(`${who} is a person`, () => assert.equal(findBot({ ...page, 'user-agent': agent }), undefined));
}

const firefox = persons[0]?.[1];
const bots: readonly (readonly [what: string, headers: Parameters<typeof findBot>[0], reason: BotReason])[] = [
  ['a request without a user agent', page, 'empty'],
  ['an empty user agent', { ...page, 'user-agent': '' }, 'empty'],
  ...[
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36 Chrome-Lighthouse',
    'curl/8.14.1',
    'python-requests/2.32.4',
    'Amazon CloudFront',
  ].map((agent) => [agent, { ...page, 'user-agent': agent }, 'agent'] as const),
  ['a page that is fetched ahead', { ...page, 'user-agent': firefox, 'sec-purpose': 'prefetch' }, 'prefetch'],
  ['a page that is drawn ahead', { ...page, 'user-agent': firefox, 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
  ['a message that no page sent', { 'user-agent': firefox }, 'script'],
];
for (const [what, headers, reason] of bots) {
  test(`${what} is a bot: ${reason}`, () => assert.equal(findBot(headers), reason));
}

for (const name of ['origin', 'sec-fetch-site'] as const) {
  test(`a browser that sends ${name} alone is believed`, () => {
    assert.equal(findBot({ 'user-agent': firefox, [name]: page[name] }), undefined);
  });
}

// Were there a way to make it take long, this would not end.
for (const [part, reason] of [
  ['a ', 'agent'],
  ['(a', 'agent'],
  ['1.', 'agent'],
  ['mozilla/5.0 (', undefined],
  ['aa/1.0;', 'agent'],
] as const) {
  test(`8 KB of "${part}" are ${reason ? 'a bot' : 'a person'}`, () => {
    const agent = part.repeat(8192 / part.length);
    assert.equal(findBot({ ...page, 'user-agent': agent }), reason);
  });
}
