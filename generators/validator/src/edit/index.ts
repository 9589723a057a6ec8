import { ts } from 'ts-morph';
import type { CompiledFunction } from '../compile.ts';
import { acceptFunction } from './accept.ts';
import { editAliases } from './aliases.ts';
import { bail, boundLoops } from './bounds.ts';
import { callEdit } from './calls.ts';
import { counterEdit, listEdit } from './counters.ts';
import { guard } from './guard.ts';
import { helperEdits } from './helpers.ts';
import { editObjects } from './objects.ts';
import { joinPresence } from './presence.ts';
import { reportEdit } from './reports.ts';
import { requestFunction, sharedFunction } from './signature.ts';
import type { CopyPlan } from './signature.ts';
import { runEdits } from './run.ts';
import { parseFunction, rewriteBlocks } from './syntax.ts';
import { unionEdit } from './unions.ts';

/** Functions of the validator package that an edited check may import. */
export const supportFunctions = [
  'own',
  'plain',
  'copy',
  'copyList',
  'codePoints',
  'hasDuplicate',
  'closeUnion',
] as const;

/** What the edits need besides ajv's code. */
export interface EditOptions {
  /** Name of each function for a schema of its own, by the name that ajv gave it. */
  readonly functionNames: ReadonlyMap<string, string>;
  readonly patternTexts: ReadonlyMap<string, string>;
  readonly formatFunctions: readonly string[];
  /** What kind of function comes out: one for a request, or a shared one under this name. */
  readonly kind:
    | { readonly request: Omit<CopyPlan, 'readings'> & { readonly names: readonly string[] } }
    | { readonly shared: string };
}

/** The text of a check, and what its file has to declare and import. */
export interface EditedFunction {
  readonly code: string;
  readonly patterns: ReadonlyMap<string, RegExp>;
  /** Support functions and other checks that it calls. */
  readonly uses: readonly string[];
  /** Rules that it reports. */
  readonly keywords: readonly string[];
}

/** For a check that cannot do without its findings. */
const acceptThroughCheck = 'export function accept(data, keep) { return check(data, [], keep); }';

/** In the file of its check and not shared, so that the engine sees one callee and can inline it. */
const guardFunction =
  'export function is(data) { try { return accept(data, false) !== undefined; } catch { return false; } }';

const printer = ts.createPrinter();
const printFile = ts.createSourceFile('check.ts', '', ts.ScriptTarget.ES2023, false, ts.ScriptKind.TS);

/** Edits one function as ajv wrote it to plain code that depends on nothing but a few named functions. */
export function editFunction(compiled: CompiledFunction, options: EditOptions): EditedFunction {
  const { kind, functionNames } = options;
  const shared = 'shared' in kind;
  const { scope } = compiled;
  const keywords = new Set<string>();
  const helpers = helperEdits(compiled);
  const first = runEdits(parseFunction(compiled.code), [
    ...helpers.edits,
    reportEdit({ scope, shared, patternTexts: options.patternTexts, keywords }),
    callEdit({ functionNames, wrappers: compiled.wrappers, shared }),
    listEdit,
  ]);
  const counted = runEdits(first, [counterEdit, unionEdit]);
  const objects = editObjects(counted, shared ? [] : kind.request.names, scope);
  const root = rewriteBlocks(editAliases(objects.root), (statements) =>
    boundLoops(bail(joinPresence(statements))),
  );
  const finished = shared
    ? sharedFunction(root, kind.shared)
    : requestFunction(root, { ...kind.request, readings: objects.outermost });
  const callable = new Set<string>([
    ...supportFunctions,
    ...options.formatFunctions,
    ...functionNames.values(),
  ]);
  const accept = shared ? undefined : acceptFunction(finished);
  const functions = accept === undefined ? [finished] : [accept, finished];
  // The short form is the check with parts left out: what is true of one is true of the other.
  const uses = guard(finished, callable, helpers.patterns.keys());
  const texts = functions.map((each) => printer.printNode(ts.EmitHint.Unspecified, each, printFile));
  return {
    code: (shared
      ? texts
      : [guardFunction, ...(accept === undefined ? [acceptThroughCheck] : []), ...texts]
    ).join('\n\n'),
    patterns: helpers.patterns,
    uses,
    keywords: [...keywords],
  };
}
