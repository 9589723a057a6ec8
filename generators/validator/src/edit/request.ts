import { propertyName, stringLiteral } from '@swas/generator-kit';
import type { EditedFunction, EditedParameter } from './index.ts';

/** A parameter of a request, with the statements that check its value. */
export interface RequestParameter {
  readonly name: string;
  readonly variable: string;
  readonly required: boolean;
  readonly edited: EditedParameter;
  /** How a value that may be a list or an object is copied. */
  readonly copy: NestedCopy | undefined;
  /** Set where other code than the parameter's own may write down findings about a value that must not be shown. */
  readonly hidden: boolean;
}

/** How the value of a parameter is copied. */
export interface NestedCopy {
  /** Most items of a list: a longer one need not be copied, since it is refused. */
  readonly maxItems: number;
  /** True when the copy is needed for checking too, because lists or objects lie inside, or because nothing else bounds it. */
  readonly always: boolean;
}

/** Variable that holds the value of a parameter, different for different names. */
export function variableOf(name: string): string {
  const letters = name.replaceAll(/[^A-Za-z0-9_]/gu, (letter) => `$${letter.codePointAt(0)?.toString(16)}$`);
  return `p_${letters}`;
}

/**
 * Puts the checks of parameters together to `is(data)`, a yes or no, and `check(data, out)`, which works on copies and returns
 * a copy of the request, so that nobody can change the value after it was checked; undefined when there are findings. Asking in the loop whether a name is the object's own costs next to
 * nothing: the engine knows it of every name that it enumerates, if it is asked in these words.
 */
export function requestFunctions(parameters: readonly RequestParameter[]): EditedFunction {
  const edited = parameters.map((each) => each.edited);
  const isSimple = edited.every(({ accept }) => accept !== undefined);
  const helpers = parameters.flatMap(({ copy }) =>
    copy === undefined ? [] : copy.always ? ['copy'] : ['copyList'],
  );
  const hidden = parameters.filter((each) => each.hidden);
  return {
    code: `${isSimple ? isFunction(parameters) : throughCheck}\n\n${checkFunction(parameters)}`,
    patterns: new Map(edited.flatMap(({ patterns }) => [...patterns])),
    uses: [
      ...edited.flatMap(({ uses }) => uses),
      ...helpers,
      'typeOf',
      ...(isSimple ? [] : ['counter']),
      ...(hidden.length === 0 ? [] : ['hide']),
    ],
  };
}

const throughCheck =
  'export function is(data) { try { return check(data, counter()) !== undefined; } catch { return false; } }';

function isFunction(parameters: readonly RequestParameter[]): string {
  const read = readNames(parameters, 'return false;', ({ copy }, value) =>
    copy?.always === true ? `copy(${value})` : value,
  );
  const checks = parameters.map(({ variable, required, edited: { accept } }) => {
    const code = accept?.code ?? '';
    if (!required) return code === '' ? '' : `if (${variable} !== undefined) {\n${code}\n}`;
    return accept?.refusesUndefined === true ? code : `if (${variable} === undefined) return false;\n${code}`;
  });
  return `export function is(data) {
try {
if (!(data && typeof data == 'object' && !Array.isArray(data))) return false;
${read}
${checks.join('\n')}
return true;
} catch { return false; }
}`;
}

function checkFunction(parameters: readonly RequestParameter[]): string {
  const read = readNames(parameters, "out.add(key, 'additionalProperties');", ({ copy }, value) => {
    if (copy === undefined) return value;
    return copy.always ? `copy(${value}, out)` : `copyList(${value}, ${copy.maxItems})`;
  });
  const checks = parameters.map(({ name, variable, required, edited: { code } }) => {
    if (!required) return code === '' ? '' : `if (${variable} !== undefined) {\n${code}\n}`;
    const missing = `if (${variable} === undefined) out.add(${stringLiteral(name)}, 'required');`;
    return code === '' ? missing : `${missing}\nelse {\n${code}\n}`;
  });
  const hide = parameters
    .filter((each) => each.hidden)
    .map(({ name }) => `hide(out, ${stringLiteral(name)});`);
  return `export function check(data, out) {
if (typeOf(data) !== 'object') {
out.add([], 'type', 'object', typeOf(data));
return;
}
${read}
${[...checks, ...hide].join('\n')}
if (out.length) return;
${copyStatements(parameters)}
}`;
}

/** One loop over the names of the request, which reads those that are declared. */
function readNames(
  parameters: readonly RequestParameter[],
  otherwise: string,
  read: (parameter: RequestParameter, value: string) => string,
): string {
  const cases = parameters.map((parameter) => {
    const { name, variable } = parameter;
    return `case ${stringLiteral(name)}: ${variable} = ${read(parameter, member(name))}; break;`;
  });
  const variables = parameters.map(({ variable }) => variable);
  return `${variables.length === 0 ? '' : `let ${variables.join(', ')};`}
for (const key in data) {
if (Object.prototype.hasOwnProperty.call(data, key))
switch (key) { ${cases.join('\n')}
default: ${otherwise}
}
}`;
}

function copyStatements(parameters: readonly RequestParameter[]): string {
  const members = parameters
    .filter(({ required }) => required)
    .map(({ name, variable }) => `${key(name)}: ${variable}`);
  const optional = parameters
    .filter(({ required }) => !required)
    .map(({ name, variable }) =>
      name === '__proto__'
        ? // Setting it would set the prototype.
          `if (${variable} !== undefined) Object.defineProperty(request, '__proto__', { value: ${variable}, enumerable: true });`
        : `if (${variable} !== undefined) ${member(name, 'request')} = ${variable};`,
    );
  const literal = `{ ${members.join(', ')} }`;
  return optional.length === 0
    ? `return ${literal};`
    : `const request = ${literal};\n${optional.join('\n')}\nreturn request;`;
}

function member(name: string, object = 'data'): string {
  return propertyName(name) === name ? `${object}.${name}` : `${object}[${stringLiteral(name)}]`;
}

/** A name in an object literal, where a plain `__proto__` would set the prototype. */
function key(name: string): string {
  return name === '__proto__' ? "['__proto__']" : propertyName(name);
}
