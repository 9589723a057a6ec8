import { typeNamesOf } from '@swas/generator-kit';
import type { TypeNames } from '@swas/generator-kit';
import type { NamedSchema } from '@swas/generator-model';
import { createChecks } from './checks.ts';
import type { Checks } from './checks.ts';
import { resolver } from './resolver.ts';
import type { Resolve } from './resolver.ts';

/** What printing an operation takes besides the operation: made once for the named schemas that requests reach. */
export interface Environment {
  readonly names: TypeNames;
  readonly resolve: Resolve;
  readonly checks: Checks;
}

const environments = new WeakMap<readonly NamedSchema[], Environment>();
const lists = new WeakMap<NamedSchema, readonly NamedSchema[]>();
const none: readonly NamedSchema[] = [];

/** The environment of a list of schemas, which is the same object for a spec whose schemas did not change. */
export function environmentOf(schemas: readonly NamedSchema[]): Environment {
  const known = environments.get(schemas) ?? createEnvironment(schemas);
  environments.set(schemas, known);
  return known;
}

function createEnvironment(schemas: readonly NamedSchema[]): Environment {
  let checks: Checks | undefined;
  return {
    names: typeNamesOf({ schemas }),
    resolve: resolver({ schemas }),
    // Setting up a compiler takes longer than printing a file that needs none.
    get checks() {
      return (checks ??= createChecks(schemas));
    },
  };
}

/** The same list as the last time when it holds the same schemas, so that what was printed for it still holds. */
export function sameList(schemas: readonly NamedSchema[]): readonly NamedSchema[] {
  const [first] = schemas;
  if (first === undefined) return none;
  const last = lists.get(first);
  if (last?.length === schemas.length && last.every((each, index) => each === schemas[index])) return last;
  lists.set(first, schemas);
  return schemas;
}
