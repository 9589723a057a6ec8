import type { CatalogueOperation } from '../catalogue.ts';
import { Refusal, type Outcome } from '../refusal.ts';
import type { Incoming } from '../requests/incoming.ts';
import { wantsXml } from './format.ts';
import type { Reply } from './reply.ts';

/** What an answer says besides its outcome. */
export interface ReplyContext {
  readonly requestId: string;
  readonly product: string;
  readonly incoming: Incoming;
  /** Undefined when the request was refused before it was known. */
  readonly operation: CatalogueOperation | undefined;
}

/** The answer for an outcome, in the format that the request asks for. */
export function buildReply(outcome: Outcome, context: ReplyContext): Reply {
  return outcome instanceof Refusal ? errorReply(outcome, context) : successReply(outcome, context);
}

function successReply(outcome: Exclude<Outcome, Refusal>, context: ReplyContext): Reply {
  const { requestId, incoming, operation } = context;
  return {
    status: operation?.success.status ?? 200,
    body: operation?.success.ownRequestId === true ? outcome : { ...outcome, RequestId: requestId },
    headers: { 'x-acs-request-id': requestId },
    ...(wantsXml(incoming) ? { xmlRoot: `${operation?.name ?? ''}Response` } : {}),
  };
}

function errorReply(refusal: Refusal, { requestId, product, incoming }: ReplyContext): Reply {
  const { status, code, message } = refusal;
  const body = {
    RequestId: requestId,
    HostId: incoming.headers.host ?? '',
    Code: code,
    Message: message,
    Recommend: recommend(code, product, requestId),
  };
  return {
    status,
    body,
    headers: { ...refusal.headers, 'x-acs-request-id': requestId },
    ...(wantsXml(incoming) ? { xmlRoot: 'Error' } : {}),
  };
}

/** The address of the vendor's troubleshooting page, as the real gateway gives it. */
function recommend(code: string, product: string, requestId: string): string {
  const query = new URLSearchParams({ q: code, product, requestId });
  return `https://api.aliyun.com/troubleshoot?${query.toString()}`;
}
