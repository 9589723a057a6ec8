import { Ajv, _ } from 'ajv';
import type { CodeKeywordDefinition } from 'ajv';
import type { JsonSchema } from '@swas/generator-model';
import { supportedFormats } from './formats.ts';
import { flattenLongLists } from './long-lists.ts';

/** One function as ajv wrote it, with the values that it refers to by name. */
export interface CompiledFunction {
  readonly name: string;
  readonly code: string;
  /** `schema6`, `pattern0`, `validate22`, … → the value. */
  readonly scope: ReadonlyMap<string, unknown>;
  /** `func2`, `formats0`, … → name of the function of the validator package that takes its place. */
  readonly helpers: ReadonlyMap<string, string>;
  /** `wrapper0`, … → name of the function that `wrapper0.validate` will be: ajv's way to call what it is still writing. */
  readonly wrappers: ReadonlyMap<string, string>;
}

/** Compiles schemas to source text; a schema that several refer to is compiled once. */
export interface Compiler {
  readonly add: (id: string, schema: JsonSchema) => void;
  readonly compile: (schema: JsonSchema | string) => CompiledFunction;
}

/** Stands in for functions of the validator package while ajv compiles. */
const standInFunction = (): boolean => false;

/** One ajv for all operations: setting one up costs more than compiling a request. */
export function createCompiler(): Compiler {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    messages: false,
    ownProperties: true,
    allowUnionTypes: true,
    strictTypes: false,
    validateSchema: false,
    inlineRefs: false,
    // Above these sizes ajv would loop over the schema itself, which would then have to be in the emitted file.
    loopRequired: Number.POSITIVE_INFINITY,
    loopEnum: Number.POSITIVE_INFINITY,
    code: { source: true, lines: false, optimize: 1 },
  });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword(uniqueItems);
  flattenLongLists(ajv);
  const helpers = new Map<unknown, string>([
    [Object.prototype.hasOwnProperty, 'own'],
    [lengthFunction(ajv), 'codePoints'],
    [standInFunction, 'hasDuplicate'],
  ]);
  for (const [format, helper] of supportedFormats) {
    // A function of its own for each format: ajv hands it back, which tells the formats apart.
    const standIn = standInFunction.bind(undefined);
    ajv.addFormat(format, standIn);
    helpers.set(standIn, helper);
  }
  return {
    add: (id, schema) => void ajv.addSchema(schema, id),
    compile(schema) {
      const validate = typeof schema === 'string' ? ajv.getSchema(schema) : ajv.compile(schema);
      const source = validate?.source;
      if (source === undefined) throw new Error(`ajv did not compile ${JSON.stringify(schema)}.`);
      const names = Object.values(source.scopeValues).flatMap((set) => [...(set ?? [])]);
      const scope = new Map(names.map((name): [string, unknown] => [name.str, name.value?.ref]));
      const used = [...scope].flatMap(([name, value]): [string, string][] => {
        const helper = helpers.get(value);
        return helper === undefined ? [] : [[name, helper]];
      });
      const wrappers = [...scope].flatMap(([name, value]): [string, string][] =>
        name.startsWith('wrapper')
          ? [[name, (value as { validateName: { str: string } }).validateName.str]]
          : [],
      );
      return {
        name: source.validateName.str,
        code: source.validateCode,
        scope,
        helpers: new Map(used),
        wrappers: new Map(wrappers),
      };
    },
  };
}

/** ajv's own compares every pair when items are not scalars, and takes two `"__proto__"` for different. */
const uniqueItems: CodeKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  code(context) {
    if (context.schema !== true) return;
    const helper = context.gen.scopeValue('func', { ref: standInFunction });
    context.fail(_`${helper}(${context.data})`);
  },
};

/** The function that ajv calls to measure texts. Taken from a compiled schema: it is not exported under a stable path. */
function lengthFunction(ajv: Ajv): unknown {
  const functions = ajv.compile({ type: 'string', maxLength: 1 }).source?.scopeValues['func'];
  return [...(functions ?? [])][0]?.value?.ref;
}
