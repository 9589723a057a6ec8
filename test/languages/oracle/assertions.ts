import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../support/commands.ts';
import { root } from '../../support/workspace.ts';

/** Two types of which exactly the known properties may differ. */
export interface Pair {
  /** What a failure calls the pair. */
  readonly label: string;
  /** Type expressions. */
  readonly ours: string;
  readonly theirs: string;
  /** Names of the properties that are known to differ; `*` where the types differ as a whole. */
  readonly known: readonly string[];
}

/**
 * `Differing` is the names of the properties of which one type's is not assignable to the other's, in either direction. `any` fits
 * everything, even where it stands for a type that tsc could not find, so it counts as a difference. Ours are arrays that nobody
 * writes to, theirs are not: `Writable` keeps that, which is so everywhere, from hiding what differs.
 */
const prelude = `
type IsAny<T> = 0 extends 1 & T ? true : false;
type Writable<T> = IsAny<T> extends true ? T
  : T extends Date | ((...parameters: never) => unknown) ? T
  : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Alike<A, B> = IsAny<A> extends true ? false : IsAny<B> extends true ? false : Fits<A, B>;
type SameAt<A, B, K extends keyof A & keyof B> =
  Alike<NonNullable<A[K]>, NonNullable<B[K]>> extends true ? Fits<Pick<A, K>, Pick<B, K>> : false;
type Properties<A, B> =
  | Exclude<keyof A, keyof B>
  | Exclude<keyof B, keyof A>
  | { [K in keyof A & keyof B]: SameAt<A, B, K> extends true ? never : K }[keyof A & keyof B];
type Deep<A, B> = [Properties<A, B>] extends [never] ? (Alike<A, B> extends true ? never : '*') : Properties<A, B>;
type Differing<A, B> = \`\${Deep<Writable<A>, Writable<B>> & (string | number)}\`;
type Check<Label, Found, Known> = Fits<Found, Known> extends true ? true : { of: Label; differing: Found; listed: Known };
type AnswerOf<M> = M extends (...parameters: never) => Promise<{ value(): Promise<infer T> }> ? T : never;
`;

const quote = (text: string): string => JSON.stringify(text);

/** A module of which each line after the imports compiles when exactly the known properties of one pair differ. */
function assertions(imports: readonly string[], pairs: readonly Pair[]): string {
  const lines = pairs.map(({ label, ours, theirs, known }, index) => {
    const listed = known.map(quote).join(' | ') || 'never';
    const found = `Differing<${ours}, ${theirs}>`;
    return `export const pair${index}: Check<${quote(label)}, ${found}, ${listed}> = true;`;
  });
  return [...imports, prelude, ...lines].join('\n');
}

const configuration = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    noErrorTruncation: true,
    types: ['node'],
    typeRoots: [join(root, 'test/node_modules/@types')],
    // Ours also accept an explicit undefined for an optional property; without this option that is the same type.
    exactOptionalPropertyTypes: false,
  },
};

/** Every line of what tsc says of some files of a folder. */
async function diagnose(folder: string, files: readonly string[]): Promise<readonly string[]> {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...configuration, files }));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { exitCode, stdout, stderr } = await run(process.execPath, [tsc, '-p', '.'], folder);
  if (exitCode !== 0 && !stdout.includes('error TS')) throw new Error(`tsc did not run:\n${stdout}${stderr}`);
  return stdout.split('\n');
}

/** Those of some files that are not TypeScript: tsc checks no types at all while one of them is among the program's files. */
export async function notTypeScript(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const faults = (await diagnose(folder, files)).filter((line) => /: error TS1\d{3}: /.test(line));
  return files.filter((file) => faults.some((line) => line.startsWith(`${dirname(file)}/`)));
}

/**
 * What tsc says of a comparison, written into the folder that its imports are relative to. A fault inside of either side's own
 * files is not the comparison's: what it breaks is `any`, and so a difference.
 */
export async function compare(
  folder: string,
  imports: readonly string[],
  pairs: readonly Pair[],
): Promise<string> {
  writeFileSync(join(folder, 'comparison.ts'), assertions(imports, pairs));
  const lines = await diagnose(folder, ['comparison.ts']);
  return lines
    .filter((line) => line.startsWith('comparison.ts') || /: error TS1\d{3}: /.test(line))
    .join('\n');
}
