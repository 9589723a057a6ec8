import { compileSchemas } from '@swas/generator-validator/testing';
import * as support from '../../src/check-support.ts';
import type { Findings } from '../../src/check.ts';
import * as formats from '../../src/formats.ts';

type JsonSchema = Parameters<typeof compileSchemas>[0][string];

/**
 * The emitted check of a schema, run with the package's own support functions: how many rules a value breaks.
 * The root's id is `s0`.
 */
export function checkOf(schemas: Readonly<Record<string, JsonSchema>>): (value: unknown) => number {
  const { code, functionNames } = compileSchemas(schemas);
  const scope = { ...support, ...formats };
  const names = Object.keys(scope);
  // oxlint-disable-next-line no-new-func, no-implied-eval -- a test runs what the generator emitted.
  const create = new Function(...names, `${code}\nreturn ${functionNames.get('s0')};`) as (
    ...values: readonly unknown[]
  ) => (data: unknown, out: Findings, path: readonly string[]) => void;
  const check = create(...names.map((name) => scope[name as keyof typeof scope]));
  return (value) => {
    const findings = support.counter();
    check(value, findings, []);
    return findings.length;
  };
}
