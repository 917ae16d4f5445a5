/** Whether the page was loaded again (`reload`) or gone back to (`back_forward`), so that this is no new visit. */
export function isAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return /^[rb]/.test(`${navigation?.type}`);
}
