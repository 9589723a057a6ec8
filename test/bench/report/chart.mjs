import { isMet } from './goal.mjs';
import { formatNumber, rounding } from './number.mjs';

const width = 960;
const labels = 500;
const margin = 80;
const rowHeight = 26;
const top = 46;

/** As text between tags; Markdown's backticks mean nothing there. */
const escape = (text) =>
  String(text).replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const style = `
text{font:12px system-ui,sans-serif;fill:#3f3f46}.title{font-size:14px;font-weight:600;fill:#18181b}.peer{fill:#71717a}
.met{fill:#2563eb}.missed{fill:#d97706}.unit{stroke:#71717a}.goal{stroke:#18181b;stroke-width:2}
@media(prefers-color-scheme:dark){text{fill:#d4d4d8}.title{fill:#fafafa}.peer{fill:#a1a1aa}.met{fill:#60a5fa}.missed{fill:#fbbf24}
.unit{stroke:#a1a1aa}.goal{stroke:#fafafa}}`;

/** A ratio to the peer turned so that more is always better: 2 is twice as good, 0.5 half as good. */
const advantage = (ratio, { higherIsBetter }) => (higherIsBetter ? ratio : 1 / ratio);

/** Logarithmic, so that twice as good is as long to the right as half as good to the left; 1 is the peer. */
function scaleOf(results) {
  const logs = results.flatMap((result) =>
    [result.ratio, goalRatio(result)].filter(Boolean).map((ratio) => Math.log(advantage(ratio, result))),
  );
  const [low, high] = [Math.min(-0.2, ...logs), Math.max(0.7, ...logs)];
  return (value) => labels + ((Math.log(value) - low) / (high - low)) * (width - labels - margin);
}

const goalRatio = ({ limit }) => (limit?.of === 'ratio' ? (limit.atMost ?? limit.atLeast) : undefined);

function goalMark(result, scale, y) {
  const goal = goalRatio(result);
  if (goal === undefined) return '';
  const x = scale(advantage(goal, result)).toFixed(1);
  return `<line class="goal" x1="${x}" x2="${x}" y1="${y - 2}" y2="${y + 18}"/>`;
}

function bar(result, index, scale) {
  const y = top + index * rowHeight;
  const [peer, end] = [scale(1), scale(advantage(result.ratio, result))];
  const [x, right] = [Math.min(peer, end), Math.max(peer, end)];
  // Which of the two ways a ratio is turned depends on the figure; here it is rounded down, for more is better.
  const value = formatNumber(advantage(result.ratio, result), rounding({ higherIsBetter: true }).ratio);
  return [
    `<text x="${labels - 12}" y="${y + 12}" text-anchor="end">${escape(result.name)} <tspan class="peer">· ${escape(result.peerName)}</tspan></text>`,
    `<rect class="${isMet(result) === false ? 'missed' : 'met'}" x="${x.toFixed(1)}" y="${y}" width="${Math.max(1, right - x).toFixed(1)}" height="16" rx="2"/>`,
    goalMark(result, scale, y),
    `<text x="${width - 8}" y="${y + 12}" text-anchor="end">${value} ×</text>`,
  ].join('');
}

/** Every figure that stands beside a peer, as a bar from the peer's own: to the right where ours is better. */
export function formatChart(results) {
  const shown = results.filter(
    ({ ratio, peerName, chart }) => ratio > 0 && peerName !== undefined && chart !== false,
  );
  const height = top + shown.length * rowHeight + 14;
  const scale = scaleOf(shown);
  const x = scale(1).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="How many times better than each peer">
<style>${style}</style>
<text class="title" x="12" y="18">How many times better than the peer</text>
<text class="peer" x="12" y="36">grey line: the peer · mark: our goal · orange: goal missed · logarithmic scale</text>
<line class="unit" x1="${x}" x2="${x}" y1="${top - 8}" y2="${height - 8}"/>
${shown.map((result, index) => bar(result, index, scale)).join('\n')}
</svg>
`;
}
