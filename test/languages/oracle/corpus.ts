import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from '../../corpus/support/features.ts';
import { emit, writePackages } from '../../corpus/support/packages.ts';
import { root } from '../../support/workspace.ts';
import { compare, notTypeScript, type Pair } from './assertions.ts';
import { differences, type Difference } from './differences.ts';
import { emitTheirs, theirOperations } from './openapi-generator.ts';

/** Two pairs for each operation: request and result. */
function pairsOf({ name, model }: Feature, folder: string, prefix: string): readonly Omit<Pair, 'known'>[] {
  const theirs = theirOperations(join(folder, name, 'theirs'));
  return model.operations.flatMap(({ name: wire, typeName }) => {
    const match = theirs.find(({ path }) => path === `/${wire}`);
    if (match === undefined) throw new Error(`${name}: their client has no method for /${wire}.`);
    const request = match.request === undefined ? '{}' : `${prefix}Apis.${match.request}`;
    const answer = `AnswerOf<${prefix}Apis.DefaultApi['${match.method}']>`;
    const ours = `${prefix}Ours.${typeName}`;
    return [
      { label: `${name} ${typeName}Request`, ours: `${ours}Request`, theirs: request },
      { label: `${name} ${typeName}Result`, ours: `${ours}Result`, theirs: answer },
    ];
  });
}

/** Names of the properties that are listed for a pair. */
const listedFor = (label: string, table: readonly Difference[]): readonly string[] =>
  table
    .flatMap(({ places }) => places.filter(([feature, type]) => `${feature} ${type}` === label))
    .flatMap(([, , ...properties]) => properties);

const entryOf = (name: string): string => `${name}/theirs/index.ts`;

/** What two generators made of the same features. */
export interface BothSides {
  readonly folder: string;
  /** Features whose typescript-fetch client is not TypeScript, so that nothing can be compared. */
  readonly broken: readonly string[];
  readonly imports: readonly string[];
  /** Of the other features. */
  readonly pairs: readonly Omit<Pair, 'known'>[];
}

/** Emits both sides for features of the corpus into a folder. */
export async function emitBothSides(features: readonly Feature[], folder: string): Promise<BothSides> {
  const specs = features.map(({ name }) => join(root, 'test/corpus/features', `${name}.yaml`));
  const output = await emitTheirs(specs, folder);
  const entries = features.map(({ name }) => entryOf(name));
  const absent = entries.filter((entry) => !existsSync(join(folder, entry)));
  if (absent.length > 0) throw new Error(`openapi-generator did not write ${absent.join(', ')}:\n${output}`);
  const faulty = await notTypeScript(folder, entries);
  const isBroken = ({ name }: Feature): boolean => faulty.includes(entryOf(name));
  const imports: string[] = [];
  const pairs: Omit<Pair, 'known'>[] = [];
  for (const [index, feature] of features.filter((one) => !isBroken(one)).entries()) {
    writePackages(join(folder, feature.name), await emit(feature.model));
    imports.push(`import type * as F${index}Ours from './${feature.name}/client/src/index.ts';`);
    imports.push(`import type * as F${index}Apis from './${feature.name}/theirs/apis/index';`);
    pairs.push(...pairsOf(feature, folder, `F${index}`));
  }
  return { folder, broken: features.filter(isBroken).map(({ name }) => name), imports, pairs };
}

/** What tsc says of the types of both sides; nothing when exactly what the table lists differs. */
export function compareBothSides(
  { folder, imports, pairs }: BothSides,
  table: readonly Difference[] = differences,
): Promise<string> {
  const known = pairs.map((pair) => ({ ...pair, known: listedFor(pair.label, table) }));
  return compare(folder, imports, known);
}
