import type { Operation } from './api-model.ts';
import type { Context } from './context.ts';
import { operationNode } from './operation-node.ts';
import { readOperation } from './read-operation.ts';
import type { Reader } from './reader.ts';
import { dereference } from './references.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const pathKeys = keySet('post get parameters summary description');

const otherMethods = ['put', 'delete', 'patch', 'head', 'options', 'trace'];

const waysAround = {
  ...Object.fromEntries(
    otherMethods.map((method) => [method, 'the RPC gateway takes GET and POST: use `post`']),
  ),
  servers: 'declare the servers once, at the top of the spec',
};

/** What stands under a path may stand elsewhere, as in a file of its own. */
function readPath(context: Context, path: string, given: SpecNode): Operation[] {
  const node = dereference(context.reader, given);
  if (node === undefined) return [];
  context.reader.checkKeys(node, 'the path', pathKeys, waysAround);
  const shared = node.get('parameters')?.items('`parameters`') ?? [];
  const methods = [
    ['POST', node.get('post')],
    ['GET', node.get('get')],
  ] as const;
  return methods.flatMap(([method, own]) => {
    const operation = own === undefined ? undefined : readOperation(context, path, method, own, shared);
    return operation ?? [];
  });
}

function readKnownPath(context: Context, path: string, node: SpecNode): readonly Operation[] {
  const read = (): readonly Operation[] => readPath(context, path, node);
  return context.paths === undefined ? read() : context.paths.read(context, path, node, read);
}

/** The place of an operation's name. */
function placeOf(reader: Reader, operation: Operation, path: SpecNode): SpecNode {
  const { node } = operationNode(reader, path, operation);
  return node?.get('operationId') ?? node ?? path;
}

/** Reads every operation, and reports an `operationId` used twice. */
export function readPaths(context: Context, root: SpecNode): readonly Operation[] {
  const { reader } = context;
  const paths = root.get('paths');
  const fields = paths?.fields('`paths`') ?? [];
  if (fields.length === 0 && paths?.isList() !== true) {
    const hint = 'add `/<Action>: { post: … }`';
    reader.report(root.location, 'the spec has no operations', 'at least one under `paths`', hint);
  }
  const seen = new Set<string>();
  return fields.flatMap(({ key, value }) =>
    readKnownPath(context, key, value).flatMap((operation) => {
      const { name } = operation;
      // Under another path the name is wrong, which is told already: it may be that of an operation that has it by right.
      if (key !== `/${name}`) return seen.has(name) ? [] : operation;
      if (!seen.has(name)) return seen.add(name) && operation;
      const hint = 'rename one: an action has one operation';
      reader.report(
        placeOf(reader, operation, value).location,
        `the operationId \`${name}\` stands twice`,
        'each operationId once',
        hint,
      );
      return [];
    }),
  );
}
