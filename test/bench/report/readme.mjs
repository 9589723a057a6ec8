import { goalText, isMet } from './goal.mjs';
import { formatNumber, rounding } from './number.mjs';

const start = '<!-- bench: written by pnpm bench --record -->\n';
const end = '<!-- /bench -->\n';

function row(result) {
  const round = rounding(result);
  const unit = result.unit ?? '';
  const peer =
    result.peer === undefined ? '–' : `${formatNumber(result.peer, round.peer)} ${unit}, ${result.peerName}`;
  return [
    result.name,
    `${formatNumber(result.ours, round.ours)} ${unit}`,
    peer,
    formatNumber(result.ratio, round.ratio),
    `${goalText(result)}${isMet(result) === false ? ' (missed)' : ''}`,
  ];
}

/** A Markdown table as oxfmt would write it: columns padded to one width. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  const [head, ...body] = rows.map(line);
  return [head, rule, ...body].join('');
}

/** Where and when: one sentence for the areas that were measured under the same circumstances. */
function circumstances(areas) {
  const groups = new Map();
  for (const [area, { date, node, machine }] of Object.entries(areas)) {
    const text = `on ${date}, Node ${node.slice(1)}, ${machine}`;
    groups.set(text, [...(groups.get(text) ?? []), area]);
  }
  return [...groups].map(([text, names]) => `${names.join(', ')}: ${text}.`).join(' ');
}

/** The figures that the README shows, as a table. */
function headlines(areas, isShown = () => true) {
  const shown = Object.values(areas)
    .flatMap(({ results }) => results)
    .filter((result) => result.headline === true && isShown(result));
  return table([['what', 'ours', 'peer', 'ratio', 'goal'], ...shown.map(row)]);
}

// Sizes are the same on every Node.
const newerNode = (areas) =>
  `${headlines(areas, ({ unit }) => unit !== 'B')}\nMeasured ${circumstances(areas)}\n\n`;

/** What the README says of the recorded figures. Nothing is rounded in our favour. */
export function measuredSection({ areas, newerNodes }) {
  const image = '![How many times better than each peer](docs/bench/chart.svg)';
  const newer = Object.values(newerNodes).map(newerNode).join('');
  return `\n${image}\n\n${headlines(areas)}\nMeasured ${circumstances(areas)}\n\n${newer}`;
}

/** The page with the section between the marks replaced. @throws Error when the marks are missing. */
export function replaceMeasured(page, recorded) {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The README lacks ${start.trim()} … ${end.trim()}.`);
  return page.slice(0, from + start.length) + measuredSection(recorded) + page.slice(to);
}
