import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

/** Reports two limits that no value can keep, such as `minimum: 5` with `maximum: 2`. */
export function checkBounds(
  reader: Reader,
  node: SpecNode,
  [least, low]: readonly [keyword: string, limit: number | undefined],
  [most, high]: readonly [keyword: string, limit: number | undefined],
): void {
  if (low === undefined || high === undefined || low <= high) return;
  const place = node.get(most) ?? node;
  const problem = `\`${most}\` is ${high}, below the \`${least}\` of ${low}`;
  reader.report(place.location, problem, 'limits that some value keeps', 'correct one of the two');
}
