import type { NamedExample, OperationError, Response } from './api-model.ts';
import type { Context } from './context.ts';
import { itemsOf } from './list-items.ts';
import { present } from './optional.ts';
import { examplesOf } from './read-examples.ts';
import { readSchema } from './read-schema.ts';
import { readSource } from './read-source.ts';
import { dereference } from './references.ts';
import { Repeats } from './repeats.ts';
import type { Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';
import { checkSuccess } from './check-success.ts';
import { keySet } from './key-set.ts';

const headerKeys = keySet(
  'description required deprecated schema content style explode example examples x-source',
);
const responseKeys = keySet('description headers content x-acs-errors x-source');
const contentTypes = keySet('application/json');
const mediaKeys = keySet('schema example examples');
const exampleKeys = keySet('summary description value');
const errorKeys = keySet('code message description x-source');

/** A response with the errors that its status stands for. */
export interface ReadResponse {
  readonly response: Response;
  readonly errors: readonly OperationError[];
}

/** Those are left out that break the schema. */
function readExamples(context: Context, media: SpecNode, schema: Schema): readonly NamedExample[] {
  const examples = new Set<NamedExample>();
  const add = (name: string, node: SpecNode | undefined): void => {
    const value = node?.json('the example') ?? null;
    const example = { name, value };
    examples.add(example);
    const drop = (): void => void examples.delete(example);
    if (node !== undefined) context.values.note({ node, schema, value, what: 'example', drop });
  };
  const single = media.get('example');
  if (single !== undefined) add('default', single);
  for (const { key, value } of media.get('examples')?.fields('`examples`') ?? []) {
    const example = dereference(context.reader, value);
    if (example !== undefined) context.reader.checkKeys(example, 'the example', exampleKeys);
    add(key, example?.get('value'));
  }
  context.values.settle(context);
  return [...examples];
}

function readError(context: Context, node: SpecNode, status: string): OperationError | undefined {
  const { reader } = context;
  reader.checkKeys(node, '`x-acs-errors`', errorKeys);
  const code = node.get('code')?.string('`code`');
  const message = node.get('message')?.string('`message`');
  if (code === undefined || message === undefined) {
    const hint = 'add what stands in the body of the answer';
    return reader.report(node.location, 'the error is incomplete', '`code` and `message`', hint);
  }
  if (!/^[1-5]\d\d$/.test(status)) {
    const hint = 'move it to a response with a status such as `400`';
    return reader.report(
      node.location,
      `\`x-acs-errors\` under the status ${status}`,
      'one exact status',
      hint,
    );
  }
  const description = node.get('description')?.string('`description`') ?? '';
  return present({ status: Number(status), code, message, description, source: readSource(context, node) });
}

/** Reads the response of one status, or a `$ref` to it. */
export function readResponse(context: Context, status: string, given: SpecNode): ReadResponse | undefined {
  const { reader } = context;
  if (!/^(?:default|[1-5](?:\d\d|XX))$/.test(status)) {
    const hint = 'use `200`, `4XX` or `default`';
    return reader.report(given.location, `the status is \`${status}\``, 'an HTTP status', hint);
  }
  const node = dereference(reader, given);
  if (node === undefined) return undefined;
  const repeats = context.responses.get(status) ?? new Repeats<ReadResponse>(reader);
  context.responses.set(status, repeats);
  const read = repeats.read(node, () => readOne(context, status, node));
  // Each operation has objects of its own, for whoever notes something about one of them.
  return read && { response: { ...read.response }, errors: read.errors.map((error) => ({ ...error })) };
}

function readOne(context: Context, status: string, node: SpecNode): ReadResponse {
  const { reader } = context;
  reader.checkKeys(node, 'the response', responseKeys, {
    links: 'describe call sequences as workflows in the Arazzo file',
  });
  const content = node.get('content');
  if (content !== undefined) reader.checkKeys(content, '`content` of a response', contentTypes);
  const media = content?.get('application/json');
  if (media !== undefined) reader.checkKeys(media, 'the media type', mediaKeys);
  const given = media?.get('schema');
  const { faults } = reader;
  const schema = given === undefined ? undefined : readSchema(context, given);
  // What is wrong with the schema may be why its values are no objects.
  if (reader.faults === faults && status.startsWith('2')) checkSuccess(context, status, node, schema);
  const response = present({
    status,
    description: node.get('description')?.string('`description`') ?? '',
    schema,
    examples: media === undefined ? [] : readExamples(context, media, schema ?? { kind: 'any' }),
    headers: readHeaders(context, node),
  });
  const errors = node.get('x-acs-errors')?.items('`x-acs-errors`') ?? [];
  return { response, errors: errors.flatMap((error) => readError(context, error, status) ?? []) };
}

function readHeaders(context: Context, node: SpecNode): Response['headers'] {
  const { reader } = context;
  return (node.get('headers')?.fields('`headers`') ?? []).map(({ key, value }) => {
    const header = dereference(reader, value);
    if (header !== undefined) {
      reader.checkKeys(header, 'the header', headerKeys);
      checkHeaderExamples(context, header);
    }
    return { name: key, description: header?.get('description')?.string('`description`') ?? '' };
  });
}

/** Nothing is made of a header's schema but a check of its examples. */
function checkHeaderExamples(context: Context, header: SpecNode): void {
  const given = header.get('schema');
  if (given === undefined) return;
  const schema = readSchema(context, given);
  for (const node of examplesOf(context, header)) {
    const value = node.json('the example');
    // A list may be written as it stands on the wire.
    if (value === undefined || (typeof value === 'string' && itemsOf(context, schema) !== undefined))
      continue;
    context.values.note({ node, schema, value, what: 'example', drop: () => undefined });
  }
  context.values.settle(context);
}
