/** An answer taken apart once for all checks. */
import type { TransportResponse } from '@swas/runtime';
import type { JsonValue } from '../contract-case.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether a secret of the run stood in it; it is left out here. */
  readonly leaks: boolean;
  /** Media type in lower case, without parameters; empty when none was sent. */
  readonly contentType: string;
  /** `undefined` when the text is no JSON. */
  readonly body: JsonValue | undefined;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Shortest secret that is looked for, in characters: a shorter one may well be a word of its own. */
const SHORTEST_SECRET = 8;

/**
 * Reads a response.
 *
 * @param secrets texts that must not come back; nobody shall read them in a report.
 */
export function readAnswer(
  { status, headers: sent, text: whole }: TransportResponse,
  secrets: readonly string[] = [],
): Answer {
  const hide = (text: string): string =>
    secrets
      .filter(({ length }) => length >= SHORTEST_SECRET)
      .reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text);
  const text = hide(whole);
  const headers = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, hide(String(value))]),
  );
  const leaks =
    text !== whole || Object.entries(sent).some(([name, value]) => headers[name] !== String(value));
  const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { status, headers, text, leaks, contentType, body: parse(text) };
}

/** A member of the body when that is an object. */
export function member(answer: Answer, name: string): JsonValue | undefined {
  const { body } = answer;
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !Object.hasOwn(body, name)) {
    return undefined;
  }
  return (body as Readonly<Record<string, JsonValue>>)[name];
}

/** The value at an RFC 6901 pointer of the body. */
export function valueAt(body: JsonValue | undefined, pointer: string): JsonValue | undefined {
  let value: unknown = body;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value as JsonValue | undefined;
}
