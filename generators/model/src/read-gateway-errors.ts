import type { GatewayError } from './api-model.ts';
import type { Context } from './context.ts';
import { present } from './optional.ts';
import { readSource } from './read-source.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const errorKeys = keySet('condition status code message open x-source description');

function readGatewayError(context: Context, node: SpecNode): GatewayError | undefined {
  const { reader } = context;
  reader.checkKeys(node, '`x-acs-gateway-errors`', errorKeys);
  const text = (key: string): string | undefined => node.get(key)?.string(`\`${key}\``);
  const [condition, code, message] = [text('condition'), text('code'), text('message')];
  const status = node.get('status')?.count('`status`');
  if (condition === undefined || code === undefined || message === undefined || status === undefined) {
    const hint = 'add what is missing';
    return reader.report(
      node.location,
      'the error is incomplete',
      '`condition`, `status`, `code`, `message`',
      hint,
    );
  }
  const open = node.get('open')?.boolean('`open`') ?? false;
  return present({ condition, status, code, message, open, source: readSource(context, node) });
}

/** Reads `x-acs-gateway-errors`: what the common gateway answers, whatever the operation. */
export function readGatewayErrors(context: Context, root: SpecNode): readonly GatewayError[] {
  const items = root.get('x-acs-gateway-errors')?.items('`x-acs-gateway-errors`') ?? [];
  return items.flatMap((item) => readGatewayError(context, item) ?? []);
}
