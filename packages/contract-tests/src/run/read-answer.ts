/** An answer taken apart once for all checks. */
import type { TransportResponse } from '@swas/runtime';
import type { JsonValue } from '../contract-case.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
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

/** Reads a response. */
export function readAnswer({ status, headers, text }: TransportResponse): Answer {
  const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { status, headers, text, contentType, body: parse(text) };
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
