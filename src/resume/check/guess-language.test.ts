import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';
import { guessLanguage } from './guess-language.ts';

const texts: readonly (readonly [language: string, text: string])[] = [
  [
    'de',
    'Leitung der Ambulanz mit 2.400 Patienten und Einführung der Sprechstunde für die Nachsorge im Klinikum, sowie Aufbau der Weiterbildung.',
  ],
  [
    'fr',
    'Conception et développement des applications pour les clients avec une équipe de cinq personnes dans le secteur de la banque.',
  ],
  [
    'es',
    'Desarrollo de aplicaciones para los clientes del banco y coordinación con el equipo de diseño en la oficina de Madrid desde 2015.',
  ],
  [
    'pt',
    'Desenvolvimento de aplicações para os clientes do banco e coordenação da equipe com foco na qualidade dos produtos.',
  ],
  [
    'it',
    'Sviluppo di applicazioni per i clienti della banca e coordinamento con il gruppo nella sede di Milano, che è la più grande.',
  ],
  ['nl', 'Ontwikkeling van de applicaties voor het bedrijf en samen met een team van vijf mensen gewerkt aan de site.'],
  [
    'pl',
    'Projektowanie i rozwój aplikacji dla klientów oraz praca z zespołem w biurze na terenie Warszawy od 2015 do dziś.',
  ],
  ['en', 'Led the team that built the platform, and moved it to the cloud for all of the customers with no downtime.'],
  ['ko', '결제 플랫폼을 설계하고 운영했습니다.'],
  ['ja', '決済基盤の設計と運用を担当しました。'],
  ['zh', '负责支付平台的设计与运营，领导五人团队。'],
  ['zh-Hant', '負責支付平臺的設計與營運，領導五人團隊，為客戶開發應用。'],
  ['ru', 'Разрабатывал платёжную платформу и руководил командой.'],
  ['uk', 'Розробляв платіжну платформу і керував командою.'],
  ['ar', 'أصمّم منتجات رقمية ثنائية اللغة منذ اثني عشر عامًا'],
  ['fa', 'طراحی و پیاده‌سازی سامانه‌های پرداخت برای شرکت‌های بزرگ'],
  ['he', 'פיתוח מערכות תשלום וניהול צוות'],
  ['el', 'Σχεδιασμός και ανάπτυξη εφαρμογών'],
  ['hi', 'भुगतान मंच का निर्माण किया'],
  ['th', 'ออกแบบและพัฒนาระบบ'],
  [
    'sv',
    'Ledde gruppen som byggde plattformen för banken och ansvarade för driften på tre orter inom landet, samt att det var jag som skrev den.',
  ],
  [
    'da',
    'Ledede gruppen som byggede platformen for banken og har ansvaret for driften på tre steder inden for landet, samt blev jeg chef der.',
  ],
  [
    'nb',
    'Ledet gruppen som bygde plattformen for banken og har ansvaret for driften på tre steder innen landet, samt ble jeg sjef der.',
  ],
  [
    'fi',
    'Vastasin alustan kehityksestä ja ylläpidosta sekä johdin ryhmää, joka on rakentanut sen. Se oli suurin kuin mikään ja ovat tyytyväisiä myös.',
  ],
  [
    'cs',
    'Vedl jsem tým, který se staral o platformu pro banku, a na projektu jsem byl od začátku. Práce ve firmě je po roce s týmem i do zahraničí, z nebo při.',
  ],
  [
    'tr',
    'Bir ekip ile ödeme platformu için çalıştım ve bu platform en büyük olan oldu, çok daha hızlı olarak ve gibi.',
  ],
  [
    'ro',
    'Am condus o echipă care a construit platforma pentru bancă și este cea mai mare din țară, cu un buget în creștere de la sau prin.',
  ],
  [
    'hu',
    'A csapat és a platform vezetője voltam, amely egy banknak készült, és nem volt nagyobb, mint a többi vagy az szerint is.',
  ],
  [
    'vi',
    'Lãnh đạo nhóm và xây dựng các hệ thống của ngân hàng cho khách hàng với những công cụ là một trong những tại được có.',
  ],
  [
    'id',
    'Memimpin tim yang membangun sistem untuk bank dan bekerja dengan pelanggan dari seluruh negeri pada proyek ini sebagai kepala dalam adalah saya.',
  ],
  [
    'ca',
    'Vaig dirigir els equips amb més clients i una plataforma per a la banca, com el projecte des de Barcelona dels bancs.',
  ],
  ['bg', 'Ръководих екип и изградих платформа за плащания'],
  ['sr', 'Водио сам тим и развио платформу за плаћања у његовој фирми'],
  ['ur', 'میں نے ٹیم کی قیادت کی اور پلیٹ فارم بنایا ہے'],
  ['bn', 'পেমেন্ট প্ল্যাটফর্ম তৈরি করেছি'],
  ['ta', 'கட்டண தளத்தை உருவாக்கினேன்'],
  ['ka', 'გადახდის პლატფორმა'],
  ['hy', 'վճարային հարթակ'],
];

for (const [language, text] of texts) {
  test(`A text in ${language} is told from a page in another language, and from its own not`, () => {
    assert.equal(guessLanguage(text, language === 'en' ? 'de' : 'en'), language);
    assert.equal(guessLanguage(text, new Intl.Locale(language).language), undefined);
  });
}

test('Few words, names and invented ones say nothing', () => {
  for (const text of [
    ...['', 'Go', 'Kubernetes, Terraform, AWS', 'Csdrhdv Fdfanr Vdcwbsahv', 'Der die das'],
    // Labels, letters and one word over and over, such as a name, are no language either.
    ...[
      's0 s0 s0 s0 s0 s0',
      's s s s s s s s',
      'S, Z, V, O, K, A, S, Z',
      'de de de de de de de',
      'und der und der und der',
    ],
    ...['und# der# die# das# mit# für#', 's1, v2, z3, na4, je5, se6, do7', 'a v s z o i w je'],
  ]) {
    assert.equal(guessLanguage(text, 'en'), undefined, text);
  }
});

const german = texts[0]?.[1] ?? '';

function noteOf(yaml: string, name?: string): string | undefined {
  const { problems } = parseResume(yaml, 'yaml', { name });
  return (
    problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`).join('\n') || undefined
  );
}

test('The note stands at the language, or at basics where there is none', () => {
  const text = `  summary: ${JSON.stringify(german)}\n`;
  assert.match(
    noteOf(`basics:\n  name: J\n${text}`) ?? '',
    /^1:1 meta\.language: The text seems to be German, .* write meta\.language: de, or en if that is meant\.$/,
  );
  assert.match(
    noteOf(`basics:\n  name: J\n${text}meta:\n  language: fr\n`) ?? '',
    /^5:13 meta\.language: .*of the page are French; write meta\.language: de\.$/,
  );
  assert.equal(noteOf(`basics:\n  name: J\n${text}meta: {language: de-AT}\n`), undefined);
});

test('The name of the file counts where the text says nothing', () => {
  const text = 'basics:\n  name: J\n';
  assert.match(noteOf(text, 'cv/resume.de.json') ?? '', /The name of the file says that this is German/);
  assert.match(noteOf(text, 'cv_pt-BR.yaml') ?? '', /write meta\.language: pt-BR/);
  for (const name of ['resume.json', 'resume.en.yaml', 'resume.xx.json', 'my-cv.yaml'])
    assert.equal(noteOf(text, name), undefined, name);
  assert.equal(noteOf(`${text}meta: {language: en}\n`, 'resume.de.json'), undefined);
});

const places = [
  'basics: {name: J, label: TEXT}',
  ...['position', 'summary', 'description', 'highlights'].map((key) => `work: [{${key}: TEXT}]`),
  ...['position', 'summary', 'highlights'].map((key) => `volunteer: [{${key}: TEXT}]`),
  ...['description', 'highlights'].map((key) => `projects: [{${key}: TEXT}]`),
  ...['summary', 'highlights', 'area', 'studyType'].map((key) => `education: [{${key}: TEXT}]`),
  ...['references: [{reference: TEXT}]', 'awards: [{summary: TEXT}]', 'publications: [{summary: TEXT}]'],
  ...['summary', 'highlights', 'title'].map((key) => `talks: [{${key}: TEXT}]`),
  'skills: [{name: TEXT}]',
];

test('Sentences and titles of every section say in which language they are', () => {
  for (const place of places) {
    const key = place.startsWith('basics') ? '' : 'basics: {name: J}\n';
    const value = place.includes('highlights') ? `["${german}"]` : `"${german}"`;
    assert.match(noteOf(`${key}${place.replace('TEXT', value)}\n`) ?? '', /^1:1 meta\.language: .*German/, place);
  }
});

test('Names of employers do not, nor do those of skills beside a sentence', () => {
  const english = 'basics: {name: J, label: Developer of things}\n';
  assert.equal(noteOf(`${english}work: [{name: "${german}"}]\n`), undefined);
  assert.equal(noteOf(`${english}skills: [{name: "${german}"}]\n`), undefined);
});

test('Norwegian is one language under its three names', () => {
  const norwegian = texts.find(([language]) => language === 'nb')?.[1] ?? '';
  for (const page of ['no', 'nb', 'nn']) {
    assert.equal(noteOf(`basics: {name: J, summary: "${norwegian}"}\nmeta: {language: ${page}}\n`), undefined, page);
  }
});

test('Names of files that say a language, and those that only look so', () => {
  const said = (name: string) => /write meta\.language: (\S+), or/.exec(noteOf('basics: {name: J}\n', name) ?? '')?.[1];
  for (const language of 'de fr es pt it nl pl sv da nb fi cs tr ro hu vi id ca no zh ja ko ru uk bg sr el ar fa he ur hi th bn ta ka hy hr sk sl et lv lt ms'.split(
    ' ',
  ))
    assert.equal(said(`cv.${language}.yml`), language);
  for (const [name, language] of [
    ['cv_zh_Hant.jsonc', 'zh-Hant'],
    ['cv-pt-BR.json', 'pt-BR'],
    ['cv.de.yaml.bak', undefined],
    ['cv.DE.yaml', undefined],
    ['cvde.yaml', undefined],
    ['cv.de-at.yaml', undefined],
  ] as const)
    assert.equal(said(name), language, name);
});

const bounds: readonly (readonly [text: string, page: string, language: string | undefined])[] = [
  // Four letters are the least, and four tenths of them in another script.
  ['абв', 'en', undefined],
  ['абвг', 'en', 'bg'],
  ['abcde абвг', 'en', 'bg'],
  ['abcdef абвг', 'en', undefined],
  ['abcdefgh漢字', 'en', undefined],
  ['abcdefg漢字', 'en', 'zh'],
  ['漢字漢字漢字漢字漢字か', 'en', 'zh'],
  ['漢字漢字漢字漢字漢字かな', 'en', 'ja'],
  ['业業支付', 'en', 'zh'],
  // Pages in other Eastern languages share characters, but not these texts; those in Cyrillic may well be meant.
  ['支付平台', 'ja', 'zh'],
  ['負責支付平臺設計', 'ja', 'zh-Hant'],
  ['支付平台', 'zh', undefined],
  ['負責支付平臺設計', 'zh', undefined],
  ['かなかな', 'ko', 'ja'],
  ['かなかな', 'zh', 'ja'],
  ['결제플랫폼', 'ja', 'ko'],
  ['Плаћање у фирми', 'ru', undefined],
  // Six common words, one in twenty, and twice as many as of the page's own.
  ['und der die das mit', 'en', undefined],
  ['und der die das mit für', 'en', 'de'],
  ['und der die das mit für the and of', 'en', 'de'],
  ['und der die das mit für the and of with', 'en', undefined],
  [`und der die das mit für ${'xx '.repeat(114)}`, 'en', 'de'],
  [`und der die das mit für ${'xx '.repeat(115)}`, 'en', undefined],
];

test('A language is told from so many letters and words, and from fewer not', () => {
  for (const [text, page, language] of bounds) assert.equal(guessLanguage(text, page), language, `${page}: ${text}`);
});
