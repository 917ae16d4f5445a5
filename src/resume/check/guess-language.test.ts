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
];

for (const [language, text] of texts) {
  test(`A text in ${language} is told from a page in another language, and from its own not`, () => {
    assert.equal(guessLanguage(text, language === 'en' ? 'de' : 'en'), language);
    assert.equal(guessLanguage(text, new Intl.Locale(language).language), undefined);
  });
}

test('Few words, names and invented ones say nothing', () => {
  for (const text of ['', 'Go', 'Kubernetes, Terraform, AWS', 'Csdrhdv Fdfanr Vdcwbsahv', 'Der die das']) {
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
