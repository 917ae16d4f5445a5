import { createDraft, type Draft } from './draft.ts';
import { takeLabel, takeYears } from './europass-passport.ts';
import { formatLevels } from './europass-values.ts';
import type { Part } from './part.ts';
import { readCountry } from './read-country.ts';
import { takePhoto } from './read-photo.ts';
import { joinText, plainToMarkdown, splitText } from './split-text.ts';
import type { Values } from './values.ts';

/** What Europass wrote until 2012, version 2: all names in small letters. Source: its schema, EuropassSchema_V2.0.xsd */
export function convertLearnerInfo(learner: Part): Draft {
  const draft = createDraft();
  addPerson(draft, learner);
  for (const entry of learner.at('workexperiencelist').each('workexperience')) draft.add('work', entry, toWork(entry));
  for (const entry of learner.at('educationlist').each('education')) draft.add('education', entry, toEducation(entry));
  for (const entry of learner.at('languagelist').each('language')) draft.add('languages', entry, toLanguage(entry));
  addSkills(draft, learner.at('skilllist'));
  for (const entry of learner.at('misclist').each('misc')) {
    const heading = entry.peek('@type') === 'annexes' ? 'Annexes' : 'Additional information';
    draft.add(draft.nameSection(heading), entry, toTexts(takeLabel(entry)));
  }
  const locale = learner.at('@locale');
  const language = /^([a-z]{2})(?:_[A-Z]{2})?$/.exec(locale.peek())?.[1];
  if (language !== undefined) locale.drop();
  if (language !== 'en') draft.setLanguage(language);
  return draft;
}

function addPerson(draft: Draft, learner: Part): void {
  const identification = learner.at('identification');
  const contact = identification.at('contactinfo');
  const address = contact.at('address');
  const [phone, ...phones] = [...contact.each('mobile'), ...contact.each('telephone'), ...contact.each('workphone')];
  const photo = identification.at('photo');
  draft.addBasics({
    name: [identification.text('firstname'), identification.text('lastname')].filter(Boolean).join(' '),
    label: takeLabel(learner.at('application')),
    image: takePhoto(photo.kind === 'map' ? photo.at('#text') : photo),
    email: contact.text('email'),
    phone: phone?.text(),
    location: {
      address: address.texts('addressLine').join(', '),
      postalCode: address.text('postalCode'),
      city: address.text('municipality'),
      ...readCountry(address.at('country').text('code', 'label')),
    },
  });
  for (const more of phones) draft.addProfile(more, { network: 'Phone', username: more.text() });
}

function toWork(entry: Part): Values {
  const employer = entry.at('employer');
  return {
    name: employer.text('name'),
    position: takeLabel(entry.at('position')),
    location: takeAddress(employer.at('address')),
    ...takeYears(entry.at('period')),
    description: takeLabel(employer.at('sector')),
    ...toTexts(entry.text('activities')),
  };
}

function toEducation(entry: Part): Values {
  const organization = entry.at('organisation');
  const { summary, highlights } = toTexts(entry.text('skills'));
  return {
    institution: organization.text('name'),
    area: takeLabel(entry.at('educationalfield')),
    studyType: entry.text('title'),
    location: takeAddress(organization.at('address')),
    ...takeYears(entry.at('period')),
    summary: joinText(summary, takeLabel(organization.at('type')), takeLabel(entry.at('level'))),
    highlights,
  };
}

const levelKinds: Readonly<Record<string, string>> = {
  spokeninteraction: 'spoken interaction',
  spokenproduction: 'spoken production',
};

/** One's own language has no level. */
function toLanguage(entry: Part): Values {
  const level = entry.at('level');
  const levels = level.keys.flatMap((key) => {
    const score = level.text(key);
    return score === undefined ? [] : [{ score: score.toUpperCase(), kind: levelKinds[key] ?? key }];
  });
  return { language: takeLabel(entry), fluency: level.holds ? formatLevels(levels) : 'Native' };
}

const skillNames: Readonly<Record<string, string>> = {
  social: 'Social',
  organisational: 'Organization',
  technical: 'Technical',
  computer: 'Digital',
  artistic: 'Artistic',
};

function addSkills(draft: Draft, skills: Part): void {
  for (const entry of skills.each('skill')) {
    const { summary, highlights } = toTexts(takeLabel(entry));
    draft.add('skills', entry, { name: skillNames[entry.peek('@type')] ?? 'Other', summary, keywords: highlights });
  }
  for (const entry of skills.each('structured-skill')) {
    draft.add('skills', entry, { name: 'Driving licence', keywords: entry.texts('drivinglicence') });
  }
}

function takeAddress(address: Part): string | undefined {
  const city = [address.text('postalCode'), address.text('municipality')].filter(Boolean).join(' ');
  return (
    [...address.texts('addressLine'), city, takeLabel(address.at('country'))].filter(Boolean).join(', ') || undefined
  );
}

function toTexts(text: string | undefined) {
  return splitText(plainToMarkdown(text));
}
