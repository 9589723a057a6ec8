const rowHeight = 26;
const width = 760;
const labelWidth = 420;

const escape = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function bar({ name, ratio }, index, largest) {
  const y = index * rowHeight + 8;
  const length = Math.max(2, (ratio / largest) * (width - labelWidth - 70));
  return [
    `<text x="${labelWidth - 8}" y="${y + 13}" text-anchor="end">${escape(name)}</text>`,
    `<rect x="${labelWidth}" y="${y}" width="${length.toFixed(1)}" height="18" rx="3"/>`,
    `<text x="${labelWidth + length + 6}" y="${y + 13}">${Number(ratio.toPrecision(3))}</text>`,
  ].join('');
}

/** Every figure that has a ratio to a peer, as a bar. */
export function formatChart(results) {
  const shown = results.filter(({ ratio }) => typeof ratio === 'number' && Number.isFinite(ratio));
  const largest = Math.max(1, ...shown.map(({ ratio }) => ratio));
  const height = shown.length * rowHeight + 16;
  const style =
    'text{font:12px system-ui,sans-serif;fill:#444}rect{fill:#3b82f6}@media(prefers-color-scheme:dark){text{fill:#ccc}}';
  const bars = shown.map((result, index) => bar(result, index, largest)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Ratios to peers"><style>${style}</style>\n${bars}\n</svg>\n`;
}
