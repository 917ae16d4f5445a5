export type Viewer = {
  readonly address: string;
  readonly port: number | undefined;
  /** Empty when the viewer does not say. */
  readonly userAgent: string;
};

/** Describes a viewer by the headers that CloudFront adds for whoever asks for them. */
export function describeViewer({ address, port, userAgent }: Viewer): Readonly<Record<string, string>> {
  const isTablet = /iPad|Tablet/.test(userAgent);
  const isMobile = !isTablet && /Mobi/.test(userAgent);
  return {
    'cloudfront-viewer-address': `${address}:${port}`,
    // ZZ is nobody's country code: this machine is nowhere in particular.
    'cloudfront-viewer-country': 'ZZ',
    'cloudfront-is-mobile-viewer': String(isMobile),
    'cloudfront-is-tablet-viewer': String(isTablet),
  };
}
