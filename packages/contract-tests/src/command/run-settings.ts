/** From options to what a run is told: cases, regions, pace, seed. */
import { LEVELS, type ContractCase } from '../contract-case.ts';
import { catalogue } from '../generated/catalogue.ts';
import { suites } from '../generated/suites.ts';
import type { RunSettings } from '../run/settings.ts';
import type { ContractOptions } from './options.ts';
import type { Target } from './target.ts';

/** The cases up to the chosen level. */
export const chosenCases = ({ level }: ContractOptions): readonly ContractCase[] =>
  suites
    .flatMap(({ cases }) => cases)
    .filter(({ rule }) => LEVELS.indexOf(rule.level) <= LEVELS.indexOf(level));

/** The run's own value of each server variable, and one that differs from it. */
export function variablesOf(options: ContractOptions): Pick<RunSettings, 'variables' | 'others'> {
  const entries = Object.entries(catalogue.variables);
  const variables = Object.fromEntries(
    entries.map(([name, { default: preset }]) => [
      name,
      name === 'region' ? (options.region ?? preset) : preset,
    ]),
  );
  const others = Object.fromEntries(
    entries.map(([name, { values }]) => [
      name,
      values.find((value) => value !== variables[name]) ?? `other-${variables[name]}`,
    ]),
  );
  return { variables, others };
}

/** Everything that the workers need to know. */
export function settingsOf(options: ContractOptions, target: Target): RunSettings {
  const { endpoint, credentials, changes, ids, spare, restore } = target;
  return {
    ...variablesOf(options),
    endpoint,
    credentials,
    ids,
    changes,
    spare,
    restore,
    level: options.level,
    interval: options.rate === undefined ? 0 : 60_000 / options.rate,
    seed: options.seed ?? Math.floor(Math.random() * 1e9),
    timeout: options.timeout,
  };
}
