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
import { keepValue, requestFunction, sharedFunction } from './signature.ts';
import type { CopyPlan } from './signature.ts';
import { runEdits } from './run.ts';
import { parseFunction, rewriteBlocks } from './syntax.ts';
import { unionEdit } from './unions.ts';

/** Functions of the validator package that an edited check may import. */
export const supportFunctions = [
  'own',
  'copy',
  'copyList',
  'codePoints',
  'hasDuplicate',
  'closeUnion',
  'counter',
  'hide',
] as const;

/** What the edits need besides ajv's code. */
export interface EditOptions {
  /** Name of each function for a schema of its own, by the name that ajv gave it. */
  readonly functionNames: ReadonlyMap<string, string>;
  readonly patternTexts: ReadonlyMap<string, string>;
  /** Name of the parameter whose value must not get into an issue. */
  readonly token?: string | undefined;
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
    reportEdit({ scope, shared, token: options.token, patternTexts: options.patternTexts, keywords }),
    callEdit({ functionNames, wrappers: compiled.wrappers, shared }),
    listEdit,
  ]);
  const counted = runEdits(first, [counterEdit, unionEdit]);
  const objects = shared
    ? editObjects(counted, [], scope)
    : editObjects(counted, kind.request.names, scope, keepValue(kind.request.nested, kind.request.open));
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
  const functions = shared ? [finished] : [acceptFunction(finished), finished];
  const uses = functions.flatMap((each) => guard(each, callable, ['check', ...helpers.patterns.keys()]));
  const texts = functions.map((each) => printer.printNode(ts.EmitHint.Unspecified, each, printFile));
  return {
    code: texts.join('\n\n'),
    patterns: helpers.patterns,
    uses: [...new Set(uses)],
    keywords: [...keywords],
  };
}
