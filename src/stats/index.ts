export type { Report } from './create-report.ts';
export { formatCsv } from './format-csv.ts';
export { formatJson } from './format-json.ts';
export { formatText } from './format-text.ts';
export { renderReport } from './html/render-report.ts';
export { readReport, simulateReport } from './read-report.ts';
