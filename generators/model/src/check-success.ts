import type { Context } from './context.ts';
import { readSchema } from './read-schema.ts';
import type { Schema } from './schema.ts';
import type { SpecNode } from './spec-node.ts';

/** Every answer of the gateway is an object that carries its `RequestId`. */
const expected = 'an object, which also holds a `RequestId`: clients take nothing else';

/** Statuses whose answers HTTP sends without a body. */
const bodiless: ReadonlySet<string> = new Set(['204', '205']);

/** Reports a success that no client would take for one. */
export function checkSuccess(
  context: Context,
  status: string,
  node: SpecNode,
  schema: Schema | undefined,
): void {
  const { reader } = context;
  if (bodiless.has(status)) {
    const message = `an answer of the status ${status} has no body`;
    reader.report(node.location, message, expected, 'use the status `200`');
  }
  const other = schema && otherForm(context, schema);
  if (other === undefined) return;
  const found = other.kind === 'array' ? 'a list' : 'a single value';
  const place = node.get('content')?.get('application/json')?.get('schema') ?? node;
  const hint = 'make it a property of an object';
  reader.report(place.location, `the body of a success may be ${found}`, expected, hint);
}

/** A form of the body that is no object. What a schema leaves open is one for its reader, too. */
function otherForm(context: Context, schema: Schema): Schema | undefined {
  const forms = new Set([schema]);
  // A Set's iterator also visits what is added while it runs: references may form a chain as long as the spec.
  for (const form of forms) {
    switch (form.kind) {
      case 'any':
      case 'object':
        break;
      case 'union':
      case 'intersection':
        for (const member of form.members) forms.add(member);
        break;
      case 'reference': {
        const target = context.schemas.read(form.name, (node) => readSchema(context, node));
        if (target !== undefined) forms.add(target);
        break;
      }
      default:
        return form;
    }
  }
  return undefined;
}
