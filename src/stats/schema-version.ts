/** The version of what `formatJson` and `formatCsv` write: it rises when something goes away or changes its meaning. */
export const schemaVersion = 1;
