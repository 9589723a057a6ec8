import type { Issue } from './issue.ts';

/** RFC 9457 problem details of a refused request, to be sent as `application/problem+json`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** One entry per issue; the pointer is a fragment, as in the RFC's example. */
  readonly errors: readonly { readonly detail: string; readonly pointer: string; readonly code: string }[];
}

/** Puts issues into problem details. `type` is the page of the first broken rule. */
export function problemDetails(issues: readonly Issue[], status = 400): ProblemDetails {
  return {
    type: issues[0]?.documentation ?? 'about:blank',
    title: 'Invalid request',
    status,
    detail: issues.map(({ message }) => message).join(' '),
    errors: issues.map(({ message, pointer, code }) => ({
      detail: message,
      pointer: fragment(pointer),
      code,
    })),
  };
}

/** A pointer as RFC 6901's fragment. Half of a surrogate pair, which a name in JSON can hold, has no form in a URI. */
function fragment(pointer: string): string {
  const encoded = pointer.replace(/[^\ud800-\udfff]+/gu, (text) => encodeURI(text));
  return `#${encoded.replace(/[\ud800-\udfff]/gu, '%EF%BF%BD').replaceAll('#', '%23')}`;
}
