const digits = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９';

/** Arabic, Persian, Devanagari and full-width digits are numbers as well. */
export function toAsciiDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹०-९０-９]/gu, (digit) => String(digits.indexOf(digit) % 10));
}
