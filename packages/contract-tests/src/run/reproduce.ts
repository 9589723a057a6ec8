/** Ways to repeat a call of a report: a command, a curl line, a call of the client. No secret is in any of them. */
import type { Catalogue } from '../contract-case.ts';
import type { Exchange } from './record.ts';

const plainQuote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Quoted for a shell; characters that no terminal shows are spelled out, as bash and zsh read them. */
const quote = (text: string): string =>
  /[\p{Cc}\u2028\u2029]/u.test(text)
    ? `$'${text
        .replaceAll(/[\\']/gu, String.raw`\$&`)
        .replaceAll(
          /[\p{Cc}\u2028\u2029]/gu,
          (character) => String.raw`\u${character.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''}`,
        )}'`
    : plainQuote(text);

/** The call as a command that repeats it, signed when it is run. */
export function commandText(exchange: Exchange, endpoint: string): string {
  const parameters = Object.entries(exchange.query).map(([name, value]) => quote(`${name}=${value}`));
  const tamper = exchange.tamper === undefined ? [] : ['--tamper', exchange.tamper];
  return ['swas-contract send --to', endpoint, ...tamper, exchange.action, ...parameters].join(' ');
}

/** The call as a curl line; the command before the pipe signs it and hands address and headers over. */
export const curlText = (exchange: Exchange, endpoint: string): string =>
  `${commandText(exchange, endpoint).replace(' send ', ' send --curl ')} | curl --config -`;

/** The client's value of a wire text; `undefined` where the text is none that a client would send. */
function decoded(text: string, decoder: string | undefined): unknown {
  if (decoder === 'text') return text;
  if (decoder === 'comma') return text.split(',');
  try {
    return decoder === 'json' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The call as a line of TypeScript; `undefined` where the client cannot send it: it would be malformed or unsigned. */
export function clientText({ action, query, tamper }: Exchange, catalogue: Catalogue): string | undefined {
  const method = catalogue.clientMethods[action];
  const values = Object.entries(query).map(
    ([name, text]) => [name, decoded(text, catalogue.decoders[action]?.[name])] as const,
  );
  if (method === undefined || tamper !== undefined || values.some(([, value]) => value === undefined))
    return undefined;
  const fields = values.map(
    ([name, value]) =>
      `${/^[A-Za-z_$][\w$]*$/u.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `await client.${method}({ ${fields.join(', ')} }); // createClient of '@swas/client/unvalidated'`;
}
