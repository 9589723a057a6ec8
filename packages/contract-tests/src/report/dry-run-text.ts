/** The requests of a run, without making any. */
import type { Catalogue, ContractCase } from '../contract-case.ts';
import { expectationText } from '../run/failure-text.ts';
import { needsOf } from '../state/needs.ts';

function caseLines({ id, rule, steps }: ContractCase): readonly string[] {
  return [
    `${id}: ${rule.text} [${rule.level}]`,
    ...steps.map(({ action, query, expect, phase, tamper }) => {
      const sent = Object.entries(query).map(([name, value]) => `${name}=${value}`);
      const how = tamper === undefined ? '' : ` (${tamper})`;
      return `  ${phase.padEnd(5)} ${action}${how} ${sent.join(' ')}\n        → ${expectationText(expect)}`;
    }),
  ];
}

/** How many resources the cases need at least, in words. */
export function needsText(cases: readonly ContractCase[], catalogue: Catalogue): string {
  const needs = Object.entries(needsOf(cases, catalogue)).map(([name, amount]) => `${amount} ${name}`);
  return needs.join(', ') || 'nothing';
}

/** Every case with its requests; names in braces stand for values chosen when it runs. */
export function dryRunText(cases: readonly ContractCase[], catalogue: Catalogue): string {
  const calls = cases.reduce((sum, { steps }) => sum + steps.length, 0);
  return [
    ...cases.flatMap(caseLines),
    '',
    `${cases.length} cases, ${calls} calls and those that bring resources to a state; needed: ${needsText(cases, catalogue)}. Nothing was sent.`,
  ].join('\n');
}
