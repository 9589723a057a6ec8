import type { ts } from 'ts-morph';
import { compiler } from './compiler.ts';
import type { CompiledFunction } from '../compile.ts';
import { acceptStatements, refusesUndefined } from './accept.ts';
import { editAliases } from './aliases.ts';
import { bail, boundLoops } from './bounds.ts';
import { callEdit } from './calls.ts';
import { counterEdit, listEdit } from './counters.ts';
import { guard } from './guard.ts';
import { helperEdits } from './helpers.ts';
import { editObjects } from './objects.ts';
import { joinPresence } from './presence.ts';
import { reportEdit } from './reports.ts';
import { renameData, sharedFunction } from './signature.ts';
import { editCode, runEdits } from './run.ts';
import { rewriteBlocks } from './syntax.ts';
import { unionEdit } from './unions.ts';

/** Functions of the validator package that an edited check may import. */
export const supportFunctions = [
  'own',
  'copy',
  'copyList',
  'codePoints',
  'hasDuplicate',
  'typeOf',
  'scalar',
  'closeUnion',
  'counter',
  'hide',
] as const;

/** What the edits of all checks need besides ajv's code. */
export interface CommonOptions {
  /** Name of each function for a schema of its own, by the name that ajv gave it. */
  readonly functionNames: ReadonlyMap<string, string>;
  readonly formatFunctions: readonly string[];
}

/** What the edits of one check need. */
export interface EditOptions extends CommonOptions {
  /** Words for a pattern, by the pattern. */
  readonly patternTexts: ReadonlyMap<string, string>;
}

/** The text of a check, and what its file has to declare and import. */
export interface EditedFunction {
  readonly code: string;
  readonly patterns: ReadonlyMap<string, RegExp>;
  /** Support functions and other checks that it calls. */
  readonly uses: readonly string[];
}

/** The statements that check one parameter's value, which is in a variable and not undefined. */
export interface EditedParameter extends EditedFunction {
  /** The same as a yes or no; undefined where that takes findings. */
  readonly accept?: { readonly code: string; readonly refusesUndefined: boolean } | undefined;
}

/** Edits the function of a schema that several operations share to `function checkNode(data, out, path)`. */
export function editShared(compiled: CompiledFunction, name: string, options: EditOptions): EditedFunction {
  const edited = editBody(compiled, options, name);
  return finish([sharedFunction(name, edited.statements)], edited, options, ['data', 'out', 'path']);
}

/** A parameter as the edits need it. */
export interface ParameterPlace {
  readonly name: string;
  /** Variable of the emitted code that holds the value. */
  readonly variable: string;
  /** Whether its value must not get into an issue. */
  readonly secret: boolean;
}

/** Edits the function of a parameter's schema to statements about a variable. */
export function editParameter(
  compiled: CompiledFunction,
  place: ParameterPlace,
  options: EditOptions,
): EditedParameter {
  const edited = editBody(compiled, options, place.variable, place);
  const statements = renameData(edited.statements, place.variable);
  const accept = acceptStatements(statements);
  return {
    ...finish(statements, edited, options, [place.variable, 'out']),
    accept: accept && {
      code: print(accept),
      refusesUndefined: refusesUndefined(accept),
    },
  };
}

interface EditedBody {
  readonly statements: readonly ts.Statement[];
  readonly patterns: ReadonlyMap<string, RegExp>;
}

/** Edits a function as ajv wrote it to plain code that depends on nothing but a few named functions. */
function editBody(
  compiled: CompiledFunction,
  options: EditOptions,
  owner: string,
  place?: ParameterPlace,
): EditedBody {
  const { scope, wrappers } = compiled;
  const { functionNames, patternTexts } = options;
  const helpers = helperEdits(compiled, owner);
  const first = editCode(compiled.code, [
    ...helpers.edits,
    reportEdit({ scope, parameter: place?.name, secret: place?.secret, patternTexts }),
    callEdit({ functionNames, wrappers, parameter: place?.name }),
    listEdit,
  ]);
  const counted = runEdits(first, [counterEdit, unionEdit]);
  const root = rewriteBlocks(editAliases(editObjects(counted, scope)), (statements) =>
    boundLoops(bail(joinPresence(statements))),
  );
  return { statements: root.body?.statements ?? [], patterns: helpers.patterns };
}

function finish(
  nodes: readonly ts.Statement[],
  { patterns }: EditedBody,
  { functionNames, formatFunctions }: EditOptions,
  names: readonly string[],
): EditedFunction {
  const callable = new Set<string>([...supportFunctions, ...formatFunctions, ...functionNames.values()]);
  return {
    code: print(nodes),
    patterns,
    uses: guard(nodes, callable, [...names, ...patterns.keys()]),
  };
}

const printer = compiler.createPrinter();
const printFile = compiler.createSourceFile(
  'check.ts',
  '',
  compiler.ScriptTarget.ES2023,
  false,
  compiler.ScriptKind.TS,
);

function print(nodes: readonly ts.Statement[]): string {
  return nodes.map((each) => printer.printNode(compiler.EmitHint.Unspecified, each, printFile)).join('\n');
}
