import type {
  Criterion,
  JsonValue,
  Operation,
  Parameter,
  Step,
  Template,
  TemplatePart,
  WorkflowInput,
} from './api-model.ts';
import { checkDigitsInText } from './check-digits.ts';
import type { Context } from './context.ts';
import { isShallow } from './json-depth.ts';
import type { SpecNode } from './spec-node.ts';
import { shapesOf } from './value-shapes.ts';
import { keySet } from './key-set.ts';

const stepKeys = keySet('stepId description operationId parameters successCriteria');
const parameterKeys = keySet('name in value');
const criterionKeys = keySet('condition');
const waysAround = {
  operationPath: 'name the operation by `operationId`',
  workflowId: 'repeat the steps of the other workflow',
  requestBody: 'give form fields as `parameters`',
  outputs: 'no later step may depend on an answer: use `inputs`',
  onSuccess: 'list the steps in order',
  onFailure: 'assert what must happen with `successCriteria`',
};

/** `$inputs.name` as a whole, or `{$inputs.name}` inside a text. */
const expression = /^\$inputs\.([\w-]+)$|\{\$inputs\.([\w-]+)\}/g;

function readTemplate(context: Context, inputs: readonly WorkflowInput[], node: SpecNode): Template {
  const value = node.json('`value`');
  // A value that is no text stands on the wire as its JSON text.
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(expression)) {
    const input = match[1] ?? match[2] ?? '';
    if (match.index > end) parts.push(text.slice(end, match.index));
    if (inputs.some(({ name }) => name === input)) parts.push({ input });
    else
      context.reader.unknownValue(
        node,
        'the input',
        input,
        inputs.map(({ name }) => name),
      );
    end = match.index + match[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push(text.slice(end));
  if (
    parts.some(
      (part) => typeof part === 'string' && /\$(?:inputs|steps|outputs|response|request)\b/.test(part),
    )
  ) {
    const hint = 'write `$inputs.name` alone, or `{$inputs.name}` inside a text';
    context.reader.report(node.location, `\`${text}\` is not supported`, 'a text with inputs', hint);
  }
  return parts;
}

/** Arazzo has no word for a field of a form, so one is written like a query parameter. */
function checkLocation({ reader }: Context, item: SpecNode, parameter: Parameter): void {
  const given = item.get('in');
  const expected = parameter.location === 'header' ? 'header' : 'query';
  if (given === undefined || given.scalar() === expected) return;
  const message = `\`in\` of \`${parameter.name}\` is not where the operation has it`;
  reader.report(given.location, message, `\`${expected}\``, `write \`in: ${expected}\``);
}

type Parameters = ReadonlyMap<string, Parameter>;

/** The parameter of whose value a name such as `ImageId.1` or `Tag.1.Key` is a part. */
function flattenedBy(parameters: Parameters, name: string): Parameter | undefined {
  const own = [...parameters.keys()].find((key) => name.startsWith(`${key}.`));
  const parameter = parameters.get(own ?? '');
  return parameter?.serialization === 'flat' ? parameter : undefined;
}

/** The name of what a step sends, as it stands on the wire. */
function readName(
  context: Context,
  operation: Operation,
  parameters: Parameters,
  given: SpecNode,
): string | undefined {
  const text = given.scalar();
  if (typeof text === 'string' && !parameters.has(text) && flattenedBy(parameters, text) !== undefined)
    return text;
  const name = given.oneOf(`a parameter of ${operation.name}`, parameters);
  const parameter = name === undefined ? undefined : parameters.get(name);
  if (parameter?.serialization !== 'flat') return name;
  const shapes = shapesOf(context, parameter.schema);
  if (shapes.has('scalar') || shapes.has('any')) return name;
  const part = shapes.has('list') ? '1' : 'Key';
  return context.reader.report(
    given.location,
    `\`${name}\` is flattened, and has no text of its own`,
    'the names of its parts on the wire',
    `write each part: \`${name}.${part}\``,
  );
}

function readParameters(
  context: Context,
  operation: Operation,
  inputs: readonly WorkflowInput[],
  node: SpecNode,
): Readonly<Record<string, Template>> {
  const parameters = new Map(operation.parameters.map((parameter) => [parameter.name, parameter]));
  const seen = new Set<string>();
  const entries = (node.get('parameters')?.items('`parameters`') ?? []).flatMap(
    (item): [string, Template][] => {
      context.reader.checkKeys(item, 'the parameter', parameterKeys, {
        reference: 'write the parameter here',
      });
      const [given, value] = [item.get('name'), item.get('value')];
      if (given === undefined || value === undefined) {
        const missing = given === undefined ? 'name' : 'value';
        const message = `the parameter has no \`${missing}\``;
        context.reader.report(item.location, message, '`name` and `value`', `add \`${missing}\``);
        return [];
      }
      const name = readName(context, operation, parameters, given);
      if (name === undefined) return [];
      if (seen.has(name)) {
        const message = `the parameter \`${name}\` stands twice`;
        context.reader.report(given.location, message, 'each parameter once', 'remove one of the two');
      }
      seen.add(name);
      const parameter = parameters.get(name) ?? flattenedBy(parameters, name);
      if (parameter !== undefined) checkLocation(context, item, parameter);
      return [[name, readTemplate(context, inputs, value)]];
    },
  );
  return Object.fromEntries(entries);
}

function readLiteral(text: string): JsonValue | undefined {
  const quoted = /^'((?:[^']|'')*)'$/.exec(text);
  if (quoted !== null) return (quoted[1] ?? '').replaceAll("''", "'");
  try {
    const value = JSON.parse(text) as JsonValue;
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readCriterion({ reader }: Context, node: SpecNode): Criterion | undefined {
  reader.checkKeys(node, '`successCriteria`', criterionKeys, {
    context: 'use a simple condition: `$response.body#/Code == ...`',
    type: 'use a simple condition: `$response.body#/Code == ...`',
  });
  const place = node.get('condition');
  const condition = place?.string('`condition`') ?? '';
  const match = /^(\$statusCode|\$response\.body#(\/\S*))\s*==\s*(\S.*)$/.exec(condition.trim());
  const equals = readLiteral(match?.[3] ?? '');
  const pointer = match?.[2];
  if (place !== undefined && typeof equals !== 'string')
    checkDigitsInText(reader, place, condition, condition.lastIndexOf(match?.[3] ?? ''));
  if (match !== null && pointer !== undefined && equals !== undefined)
    return { kind: 'body', pointer, equals };
  if (match !== null && pointer === undefined && typeof equals === 'number')
    return { kind: 'status', equals };
  const expected = "`$statusCode == 200` or `$response.body#/Code == 'Text'`";
  return reader.report(
    (place ?? node).location,
    `the condition \`${condition}\` is not supported`,
    expected,
    'write it in one of these forms',
  );
}

/** Reads one step of a workflow; `undefined` after a report. */
export function readStep(
  context: Context,
  operations: ReadonlyMap<string, Operation>,
  inputs: readonly WorkflowInput[],
  node: SpecNode,
): Step | undefined {
  context.reader.checkKeys(node, 'the step', stepKeys, waysAround);
  const id = node.get('stepId')?.string('`stepId`');
  const name = node.get('operationId')?.oneOf('`operationId`', operations);
  const operation = name === undefined ? undefined : operations.get(name);
  if (id === undefined || operation === undefined) {
    if (id !== undefined && node.get('operationId') !== undefined) return undefined;
    return context.reader.report(
      node.location,
      'the step is incomplete',
      '`stepId` and `operationId`',
      'add what is missing',
    );
  }
  const criteria = node.get('successCriteria')?.items('`successCriteria`') ?? [];
  return {
    id,
    description: node.get('description')?.string('`description`') ?? '',
    operation: operation.name,
    parameters: readParameters(context, operation, inputs, node),
    criteria: criteria.flatMap((criterion) => readCriterion(context, criterion) ?? []),
  };
}
