/** Says of a name, whatever its case, whether it belongs to the chosen ones. */
export type NameChoice = (name: string) => boolean;

/**
 * Reads which headers, cookies or query parameters a policy chooses. Only headers have the kinds with `Viewer` in them; what
 * CloudFront itself adds to a request belongs to a choice only when it is named.
 */
export function chooseNames(kind: string | undefined, items: readonly string[] = []): NameChoice {
  const named = new Set(items.map((item) => item.toLowerCase()));
  const isNamed = (name: string) => named.has(name.toLowerCase());
  const isViewers = (name: string) => !name.toLowerCase().startsWith('cloudfront-');
  switch (kind) {
    case undefined:
    case 'none':
      return () => false;
    case 'whitelist':
      return isNamed;
    case 'all':
    case 'allViewer':
      return isViewers;
    case 'allViewerAndWhitelistCloudFront':
      return (name) => isViewers(name) || isNamed(name);
    case 'allExcept':
      return (name) => isViewers(name) && !isNamed(name);
    default:
      throw new Error(`A policy chooses names by "${kind}", which this edge does not know. Choose another kind.`);
  }
}
