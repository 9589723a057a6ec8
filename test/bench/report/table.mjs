/** A number with three significant digits, or as it is when it is an integer. */
export function formatNumber(value) {
  if (typeof value !== 'number') return value === undefined ? '–' : String(value);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}

const cells = (result) => [
  result.area,
  result.name,
  result.error === undefined
    ? `${formatNumber(result.ours)} ${result.unit ?? ''}`.trim()
    : `failed: ${result.error}`,
  formatNumber(result.peer),
  formatNumber(result.ratio),
  String(result.goal),
];

/** Rows of detail below a figure. */
const detail = (result) =>
  (result?.rows ?? []).map((row) => `    ${Object.values(row).map(formatNumber).join('  ')}\n`).join('');

/** One row a figure: ours, the peer's, the ratio, the goal. Rows of detail stand indented below their figure. */
export function formatTable(results) {
  const head = ['area', 'figure', 'ours', 'peer', 'ratio', 'goal'];
  const rows = [head, ...results.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    `${row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd()}\n`;
  return rows.map((row, index) => line(row) + detail(results[index - 1])).join('');
}
