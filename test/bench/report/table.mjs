import { goalText, isMet } from './goal.mjs';
import { formatNumber, rounding } from './number.mjs';

const verdict = (result) => ({ true: 'met', false: 'missed', undefined: '–' })[String(isMet(result))];

function cells(result) {
  const round = rounding(result);
  const { error, unit = '', peerName = '' } = result;
  return [
    result.area,
    result.name,
    error === undefined ? `${formatNumber(result.ours, round.ours)} ${unit}`.trim() : `failed: ${error}`,
    result.peer === undefined ? '–' : `${formatNumber(result.peer, round.peer)} ${peerName}`.trim(),
    formatNumber(result.ratio, round.ratio),
    goalText(result),
    verdict(result),
  ];
}

/** Rows of detail, and what else is missed, below a figure. */
const detail = (result) =>
  [
    ...(result?.rows ?? []).map((row) =>
      Object.values(row)
        .map((value) => formatNumber(value))
        .join('  '),
    ),
    ...(result?.missed ?? []).map((text) => `missed: ${text}`),
  ]
    .map((text) => `    ${text}\n`)
    .join('');

/** One row a figure: ours, the peer's, the ratio, the goal and whether it is met. Detail stands indented below its figure. */
export function formatTable(results) {
  const head = ['area', 'figure', 'ours', 'peer', 'ratio', 'goal', ''];
  const rows = [head, ...results.map(cells)];
  // A message of a failure may be long; it must not push the other columns off the screen.
  const widths = head.map((_, column) => Math.min(80, Math.max(...rows.map((row) => row[column].length))));
  const line = (row) =>
    `${row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd()}\n`;
  const goals = results.map(isMet).filter((met) => met !== undefined);
  const closing = `${goals.filter(Boolean).length} of ${goals.length} goals met\n`;
  return rows.map((row, index) => line(row) + detail(results[index - 1])).join('') + closing;
}
