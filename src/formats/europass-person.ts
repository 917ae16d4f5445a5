import type { Draft } from './draft.ts';
import { readNetworkName } from './network-name.ts';
import type { Part } from './part.ts';
import { readCountry } from './read-country.ts';
import { takePhoto } from './read-photo.ts';
import { joinText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/** Who somebody is and how to reach them. */
export function addPerson(draft: Draft, person: Part, profile: Part): void {
  const channels = person.each('Communication');
  const ofKind = (pattern: RegExp) => channels.filter((channel) => pattern.test(channel.peek('ChannelCode')));
  const [email] = ofKind(/e-?mail/i);
  const [phone] = ofKind(/telephone|phone|mobile/i);
  const [site] = ofKind(/^web/i);
  const address = channels.map((channel) => channel.at('Address')).find(({ holds }) => holds) ?? person.at('Address');
  const name = person.at('PersonName');
  const photo = profile
    .each('Attachment')
    .find((one) => /photo|picture/i.test(one.peek('FileType') + one.peek('Instructions')));
  draft.addBasics({
    image: photo && takePhoto(photo.at('EmbeddedData')),
    name:
      name.text('FormattedName') ??
      [name.text('GivenName'), name.text('MiddleName'), name.text('FamilyName')].filter(Boolean).join(' '),
    label: profile.text('Headline', 'ProfessionalHeadline', 'Title'),
    email: takeUri(email),
    phone: takePhone(phone),
    url: takeUri(site),
    summary: joinText(toMarkdown(profile.text('ExecutiveSummary')), toMarkdown(profile.text('Objective'))),
    location: {
      address: address.texts('AddressLine').join(', '),
      postalCode: address.text('PostalCode'),
      city: address.text('CityName'),
      region: address.text('CountrySubDivisionCode'),
      ...readCountry(address.text('CountryCode')),
    },
  });
  for (const channel of channels) {
    if (channel === email || channel === phone || channel === site || !channel.at('URI').holds) continue;
    const isMail = /e-?mail/i.test(channel.peek('ChannelCode'));
    // JSON Resume has one e-mail address.
    if (isMail) continue;
    const uri = takeUri(channel);
    const use = channel.peek('UseCode');
    const network =
      channel.text('OtherTitle') ?? (/^(?:other|)$/i.test(use) ? channel.text('ChannelCode') : channel.text('UseCode'));
    const isLink = /^https?:\/\//i.test(uri ?? '');
    draft.addProfile(channel, { network: readNetworkName(network), ...(isLink ? { url: uri } : { username: uri }) });
  }
}

export function takeUri(channel: Part | undefined): string | undefined {
  return channel?.text('URI')?.replace(/^mailto:/i, '');
}

function takePhone(channel: Part | undefined): string | undefined {
  if (!channel) return undefined;
  const number = channel.text('DialNumber', 'FormattedNumber', 'URI');
  if (number?.startsWith('+')) return number;
  const code = channel.text('CountryDialing')?.replace(/^\+?/, '+');
  return [code, number].filter(Boolean).join(' ');
}

export function toReferee(entry: Part): Values {
  const name = entry.at('PersonName');
  const channels = entry.each('Communication');
  const find = (pattern: RegExp) => channels.find((channel) => pattern.test(channel.peek('ChannelCode')));
  return {
    name: entry.text('FormattedName') ?? [name.text('GivenName'), name.text('FamilyName')].filter(Boolean).join(' '),
    position: entry.text('Role', 'PositionTitle'),
    organization: entry.text('OrganizationName'),
    reference: toMarkdown(entry.text('Comment', 'Description')),
    email: takeUri(find(/e-?mail/i)),
    phone: takePhone(find(/phone|mobile/i)),
    url: entry.text('Link'),
  };
}
