import { deleteCustomImages, modifyImageShareStatus } from '../../src/index.ts';
import type { Issue, Query, Result } from '../../src/index.ts';

/** A piece of a line of the terminal, with the class that colours it. */
type Piece = readonly [style: string, text: string];

const width = 104;
const lineHeight = 20;
const margin = 24;

// Colours of its own, ground included, so that it reads the same on a light page and on a dark one.
const styles = `
  .ground { fill: #1b1f27; stroke: #4b5363; }
  text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre; }
  .request { fill: #e8eaf0; } .wrong { fill: #ff9c9c; } .hint { fill: #9fdc9f; } .fact { fill: #a8b1c2; }`;

/** What somebody sees who sends two mistyped requests, as an SVG of a terminal. Nothing in it is written by hand but the requests. */
export function picture(): string {
  const share = 'regionID=cn-hangzhou&ImageId=m-1&Operation=unshare&ClientToken=clé';
  const remove = 'RegionId=cn-hangzhou&ImageIds=m-1';
  const lines = [
    ...scene('modifyImageShareStatus', share, modifyImageShareStatus.fromQuery),
    [],
    ...scene('deleteCustomImages', remove, deleteCustomImages.fromQuery),
  ];
  const size = { x: width * 8.5 + 2 * margin, y: lines.length * lineHeight + 2 * margin };
  const title = 'Two mistyped requests and the issues that the validator finds';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.x} ${size.y}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<style>${styles}\n</style>`,
    `<rect class="ground" x="0.5" y="0.5" width="${size.x - 1}" height="${size.y - 1}" rx="8"/>`,
    ...lines.map((line, index) => row(line, margin + (index + 0.75) * lineHeight)),
    '</svg>\n',
  ].join('\n');
}

function scene(name: string, query: string, read: (query: Query) => Result<unknown>): Piece[][] {
  const issues = read(query).issues ?? [];
  return [[['request', `${name}.fromQuery('${query}')`]], ...issues.flatMap(explain)];
}

function explain({ message, pointer, code, serverCode }: Issue): Piece[][] {
  const [said = '', hint] = message.split(/(?=; did you mean)/);
  const server = serverCode === undefined ? '' : `  the server would answer ${serverCode}`;
  return [
    [
      ['wrong', `  ${said}`],
      ['hint', hint ?? ''],
    ],
    [['fact', `    ${code} at ${pointer}${server}`]],
  ];
}

function row(line: readonly Piece[], y: number): string {
  const spans = line.map(([style, text]) => `<tspan class="${style}">${escape(text)}</tspan>`);
  return `<text x="${margin}" y="${y}">${spans.join('')}</text>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
