import { docComment, sourceText } from '@swas/generator-kit';
import type { Operation, OperationError } from '@swas/generator-model';

const made = new WeakMap<Operation, string>();

/** Documentation of the method that calls an operation, which stands in several files. */
export function operationDocs(operation: Operation): string {
  const known = made.get(operation);
  if (known !== undefined) return known;
  const text = methodDocs(operation);
  made.set(operation, text);
  return text;
}

function methodDocs(operation: Operation): string {
  const { methodName, ram, idempotencyParameter: token } = operation;
  const text = docComment(
    operation.summary,
    ...operation.description.split(/\n\s*\n/),
    token && `Without a ${token} the call gets one of its own, which all its attempts share.`,
    ram && `RAM action: \`${ram.action}\`${ram.resource === undefined ? '' : ` on \`${ram.resource}\``}.`,
    sourceText(operation.source),
  );
  const tags = [
    `@example await client.${methodName}(${exampleText(operation)});`,
    `@throws {CallError} in one of its subclasses; \`ServiceError\` has the server's \`code\`.`,
    ...(operation.deprecated ? ['@deprecated'] : []),
  ];
  return `${text}\n\n${tags.join('\n')}`;
}

/** A request made of the spec's examples: every required parameter. */
function exampleText({ parameters }: Operation): string {
  const fields = parameters
    .filter(({ required, example }) => required && example !== undefined)
    .map(({ name, example }) => [name, example]);
  return inline(JSON.stringify(Object.fromEntries(fields)));
}

/** Text that may stand in a comment after a tag. */
const inline = (text: string): string => docComment(text).replaceAll('\n', ' ');

/** Documentation of an operation's error codes. One that has several wordings with a status is told in the first. */
export function errorCodeDocs({ name, errors }: Operation): string {
  const once = new Map(errors.toReversed().map((error) => [`${error.status} ${error.code}`, error]));
  const told = errors.filter((error) => once.get(`${error.status} ${error.code}`) === error);
  const rows = told.map((error) => `- \`${error.code}\` (${error.status}): ${rowText(error)}`);
  const lead = docComment(
    `Codes that are documented for ${name}. The gateway has others, common to all operations, so a \`ServiceError\` that is none of these has any text as its code.`,
  );
  return [lead, ...rows.map(inline)].join('\n\n').replaceAll('\n\n- ', '\n- ');
}

const rowText = ({ description, message }: OperationError): string => description || message;
