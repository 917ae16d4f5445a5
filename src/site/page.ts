import { type Html, html, trustedHtml } from '#html';
import type { Counter, Resume } from '#resume';
import type { Context } from './context.ts';
import { type Head, renderEssentials, renderHead } from './head.ts';
import { renderAwards } from './sections/awards.ts';
import { renderCertificates } from './sections/certificates.ts';
import { renderContact } from './sections/contact.ts';
import { renderEducation } from './sections/education.ts';
import { renderFooter } from './sections/footer.ts';
import { renderInterests } from './sections/interests.ts';
import { renderLanguages } from './sections/languages.ts';
import { renderProjects } from './sections/projects.ts';
import { renderPublications } from './sections/publications.ts';
import { renderReferences } from './sections/references.ts';
import { renderSkills } from './sections/skills.ts';
import { renderSummary } from './sections/summary.ts';
import { renderVolunteer } from './sections/volunteer.ts';
import { renderWork } from './sections/work.ts';
import type { Words } from './words.ts';

export type Page = Omit<Head, 'resume' | 'words'> & {
  readonly photo: string | undefined;
  readonly counter: Counter;
  /** The counter's script; empty where nothing is counted. */
  readonly script: string;
};

/**
 * Renders the résumé: four rows of two columns, which a phone shows one below the other.
 *
 *     summary           | contact
 *     work, volunteer   | skills, languages, interests
 *     education, …      | certificates, …
 *     footer
 */
export function renderPage(resume: Resume, page: Page, context: Context): string {
  const { words } = context;
  return renderDocument(
    words,
    renderHead({ ...page, resume, words }),
    html`
      <a class="skip" href="#resume">${words.labels.skip}</a>
      <div class="sheet">
        <header class="row">
          ${renderSummary(resume.basics, page.photo, context)}
          ${renderContact(resume.basics, context)}
        </header>
        <main class="row" id="resume" tabindex="-1">
          ${renderCell(renderWork(resume.work, context), renderVolunteer(resume.volunteer, context))}
          ${renderCell(
            renderSkills(resume.skills, context),
            renderLanguages(resume.languages, context),
            renderInterests(resume.interests, context),
          )}
          ${renderCell(
            renderEducation(resume.education, context),
            renderProjects(resume.projects, context),
            renderPublications(resume.publications, context),
          )}
          ${renderCell(
            renderCertificates(resume.certificates, context),
            renderAwards(resume.awards, context),
            renderReferences(resume.references, context),
          )}
        </main>
        ${renderFooter(resume.meta, page.counter, context)}
      </div>
      ${page.script !== '' && html`<script>${trustedHtml(page.script)}</script>`}`,
  );
}

/** Renders what a visitor of an address without a file sees. */
export function renderNotFound(name: string, stylesheet: string, favicon: string, words: Words): string {
  const { labels } = words;
  return renderDocument(
    words,
    html`${renderEssentials(`${labels.notFound} – ${name}`, stylesheet, favicon)}<meta name="robots" content="noindex">`,
    html`
      <main class="sheet lost">
        <h1>${labels.notFound}</h1>
        <p>${labels.notFoundText}</p>
        <p><a href="/">${labels.home}</a></p>
      </main>`,
  );
}

function renderCell(...sections: readonly (Html | undefined)[]): Html {
  return html`<div class="cell">${sections}</div>`;
}

function renderDocument({ language, direction }: Words, head: Html, body: Html): string {
  const { markup } = html`
    <html lang="${language}" dir="${direction}">
      <head>${head}</head>
      <body>${body}</body>
    </html>`;
  return `<!doctype html>\n<!-- Icons: Tabler Icons, MIT licence, https://tabler.io/icons -->\n${markup}\n`;
}
