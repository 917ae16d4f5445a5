type Viewer = {
  readonly address: string;
  readonly port: number | undefined;
  /** Empty when the viewer does not say. */
  readonly userAgent: string;
};

/** Describes a viewer by the headers that CloudFront adds where they are asked for. */
export function describeViewer({ address, port, userAgent }: Viewer): Readonly<Record<string, string>> {
  const isTablet = /iPad|Tablet/.test(userAgent);
  const isMobile = !isTablet && /Mobi/.test(userAgent);
  return {
    // Whoever listens on every address sees IPv4's as ::ffff:192.0.2.7.
    'cloudfront-viewer-address': `${address.replace(/^::ffff:(?=\d+\.)/i, '')}:${port}`,
    // ZZ is not a country: this machine is nowhere in particular.
    'cloudfront-viewer-country': 'ZZ',
    'cloudfront-is-mobile-viewer': String(isMobile),
    'cloudfront-is-tablet-viewer': String(isTablet),
  };
}

// https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
const hopByHop = ['connection', 'keep-alive', 'proxy-authenticate', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** Headers without those that belong to one connection and are not passed on. */
export function dropHopByHop<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));
}
