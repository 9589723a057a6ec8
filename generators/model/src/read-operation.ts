import type { Operation, Parameter, RamAction, Response } from './api-model.ts';
import { checkSuccess } from './check-success.ts';
import type { Context } from './context.ts';
import { checkWireName } from './names.ts';
import { present } from './optional.ts';
import { readForm } from './read-form.ts';
import { checkExternalDocs } from './read-info.ts';
import { readParameter } from './read-parameter.ts';
import { readOpenQuestions, readUnchecked } from './read-remarks.ts';
import { readResponse } from './read-response.ts';
import { readSource } from './read-source.ts';
import { dereference } from './references.ts';
import type { ObjectSchema, Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const operationKeys = keySet(
  'tags summary description operationId parameters requestBody responses deprecated ' +
    'security externalDocs x-source x-acs-effect x-acs-ram x-acs-idempotency-parameter ' +
    'x-open-questions x-acs-unchecked',
);
const ramKeys = keySet('action accessLevel resource x-source');

const waysAround = {
  callbacks: 'the gateway calls nobody back: remove it',
  servers: 'declare the servers once, at the top of the spec',
};

/** Reads one operation. `shared` are the parameters of its path. */
export function readOperation(
  context: Context,
  path: string,
  method: 'GET' | 'POST',
  node: SpecNode,
  shared: readonly SpecNode[],
): Operation | undefined {
  const { reader } = context;
  const { faults } = reader;
  reader.checkKeys(node, 'the operation', operationKeys, waysAround);
  const hasOddKeys = reader.faults > faults;
  checkExternalDocs(reader, node);
  for (const tag of node.get('tags')?.items('`tags`') ?? []) tag.string('the tag');
  const given = node.get('operationId');
  const name = given?.string('`operationId`');
  if (given !== undefined && name === undefined) return undefined;
  if (given === undefined || name === undefined) {
    // A key that was reported may be the one that is missing.
    if (hasOddKeys) return undefined;
    return reader.report(
      node.location,
      'the operation has no `operationId`',
      'the Action',
      `add \`operationId: ${path.slice(1)}\``,
    );
  }
  if (!checkWireName(reader, given, 'the operation', name)) return undefined;
  if (path !== `/${name}`) {
    reader.report(
      node.location,
      `\`${name}\` stands under \`${path}\``,
      `the path \`/${name}\``,
      'rename the path or the operation',
    );
  }
  const parameters = readParameters(context, method, node, shared);
  return present({
    name,
    ...context.names.name(name),
    method,
    ...readTexts(node),
    parameters,
    request: requestSchema(parameters),
    ...readResponses(context, node),
    effect:
      node.get('x-acs-effect')?.oneOf('`x-acs-effect`', ['read', 'write']) ??
      (method === 'GET' ? 'read' : 'write'),
    idempotencyParameter: readIdempotencyParameter(node, parameters),
    ram: readRam(context, node.get('x-acs-ram')),
    openQuestions: readOpenQuestions(context, node),
    unchecked: readUnchecked(context, node),
    source: readSource(context, node),
  });
}

function readTexts(node: SpecNode): Pick<Operation, 'summary' | 'description' | 'deprecated'> {
  return {
    summary: node.get('summary')?.string('`summary`') ?? '',
    description: node.get('description')?.string('`description`') ?? '',
    deprecated: node.get('deprecated')?.boolean('`deprecated`') ?? false,
  };
}

/** An operation's own parameter replaces the path's of the same name. */
function readParameters(
  context: Context,
  method: Operation['method'],
  node: SpecNode,
  shared: readonly SpecNode[],
): Parameter[] {
  const byName = new Map<string, Parameter>();
  const add = (parameter: Parameter | undefined, place: SpecNode, own: ReadonlySet<string>): void => {
    if (parameter === undefined) return;
    if (own.has(parameter.name)) {
      const hint = 'remove or rename one of the two';
      context.reader.report(
        place.location,
        `the parameter \`${parameter.name}\` stands twice`,
        'each name once',
        hint,
      );
    }
    byName.set(parameter.name, parameter);
  };
  for (const item of shared) add(readParameter(context, item), item, new Set());
  const own = new Set<string>();
  for (const item of node.get('parameters')?.items('`parameters`') ?? []) {
    const parameter = readParameter(context, item);
    add(parameter, item, own);
    own.add(parameter?.name ?? '');
  }
  const body = node.get('requestBody');
  if (body !== undefined && method === 'GET') {
    const hint = 'use `post`, or give the fields as query parameters';
    context.reader.report(body.location, 'a GET operation has a body', 'no `requestBody`', hint);
  }
  const before = new Set(byName.keys());
  for (const field of body === undefined ? [] : readForm(context, body)) add(field, body ?? node, before);
  return [...byName.values()];
}

/** All parameters as one closed object: an unknown name is a mistake of the caller. */
function requestSchema(parameters: readonly Parameter[]): ObjectSchema {
  const properties = parameters.map(({ name, required, schema, description, deprecated, example }) => ({
    name,
    required,
    schema: present({
      ...schema,
      description: description === '' ? schema.description : description,
      deprecated: deprecated || schema.deprecated,
      example: example ?? schema.example,
    }) as Schema,
  }));
  return { kind: 'object', properties, additional: false };
}

function readResponses(context: Context, node: SpecNode): Pick<Operation, 'responses' | 'errors' | 'result'> {
  const fields = node.get('responses')?.fields('`responses`') ?? [];
  const read = fields.flatMap(({ key, value }) => readResponse(context, key, value) ?? []);
  const responses = read.map(({ response }) => response);
  const success =
    responses.find(({ status }) => status.startsWith('2')) ??
    responses.find(({ status }) => status === 'default');
  // Of one that could not be read is told already.
  if (success === undefined && !fields.some(({ key }) => key.startsWith('2') || key === 'default')) {
    const hint = "add a response `'200'` with the schema of its body";
    context.reader.report(
      node.location,
      'the operation has no success response',
      '`responses` with `200`',
      hint,
    );
  }
  checkDefault(context, success, node);
  return {
    responses,
    errors: read.flatMap(({ errors }) => errors),
    result: success?.schema ?? { kind: 'any' },
  };
}

/** The answer to everything is that to a success, too, where no other is. */
function checkDefault(context: Context, success: Response | undefined, operation: SpecNode): void {
  const given = operation.get('responses')?.get('default');
  if (success?.status !== 'default' || given === undefined) return;
  const node = dereference(context.reader, given);
  if (node !== undefined) checkSuccess(context, success.status, node, success.schema);
}

function readIdempotencyParameter(node: SpecNode, parameters: readonly Parameter[]): string | undefined {
  const names = parameters.map(({ name }) => name);
  return node.get('x-acs-idempotency-parameter')?.oneOf('`x-acs-idempotency-parameter`', names);
}

function readRam(context: Context, node: SpecNode | undefined): RamAction | undefined {
  if (node === undefined) return undefined;
  context.reader.checkKeys(node, '`x-acs-ram`', ramKeys);
  const text = (key: string): string | undefined => node.get(key)?.string(`\`${key}\``);
  const action = text('action');
  if (action === undefined) {
    return context.reader.report(
      node.location,
      '`x-acs-ram` has no `action`',
      'a RAM action',
      'add `action: product:Action`',
    );
  }
  const source = readSource(context, node);
  return present({ action, accessLevel: text('accessLevel'), resource: text('resource'), source });
}
