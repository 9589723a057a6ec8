import type { Operation } from './api-model.ts';
import type { Context } from './context.ts';
import { readOperation } from './read-operation.ts';
import type { SpecNode } from './spec-node.ts';

const otherMethods = ['put', 'delete', 'patch', 'head', 'options', 'trace'];

const waysAround = {
  ...Object.fromEntries(
    otherMethods.map((method) => [method, 'the RPC gateway takes GET and POST: use `post`']),
  ),
  servers: 'declare the servers once, at the top of the spec',
  $ref: 'write the operation here, and share parameters and schemas by `$ref`',
};

function readPath(context: Context, path: string, node: SpecNode): Operation[] {
  context.reader.checkKeys(
    node,
    'the path',
    ['post', 'get', 'parameters', 'summary', 'description'],
    waysAround,
  );
  const shared = node.get('parameters')?.items('`parameters`') ?? [];
  const methods = [
    ['POST', node.get('post')],
    ['GET', node.get('get')],
  ] as const;
  return methods.flatMap(([method, operation]) =>
    operation === undefined ? [] : (readOperation(context, path, method, operation, shared) ?? []),
  );
}

/** Reads every operation, and reports an `operationId` used twice. */
export function readPaths(context: Context, root: SpecNode): readonly Operation[] {
  const seen = new Set<string>();
  const fields = root.get('paths')?.fields('`paths`') ?? [];
  if (fields.length === 0) {
    context.reader.report(
      root.location,
      'the spec has no operations',
      'at least one under `paths`',
      'add `/<Action>: { post: … }`',
    );
  }
  return fields.flatMap(({ key, value }) =>
    readPath(context, key, value).filter(({ name }) => {
      if (!seen.has(name)) return seen.add(name);
      const place = (value.get('post') ?? value.get('get'))?.get('operationId') ?? value;
      const hint = 'rename one: an action has one operation';
      return context.reader.report(
        place.location,
        `the operationId \`${name}\` stands twice`,
        'each operationId once',
        hint,
      );
    }),
  );
}
