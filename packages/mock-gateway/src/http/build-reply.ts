import type { CatalogueErrorBody, CatalogueOperation, JsonObject } from '../catalogue.ts';
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
  const { incoming, operation } = context;
  const { status = 200, ownRequestId, lowerRequestId } = operation?.success ?? {};
  const requestId = lowerRequestId === true ? context.requestId.toLowerCase() : context.requestId;
  const body = ownRequestId === true ? outcome : { ...outcome, RequestId: requestId };
  return {
    status,
    body,
    headers: { 'x-acs-request-id': headerId(body) ?? requestId },
    ...(wantsXml(incoming) ? { xmlRoot: `${operation?.name ?? ''}Response` } : {}),
  };
}

/** The header repeats the body, whoever gave it its id; what no header can hold stays out of it. */
function headerId({ RequestId: id }: JsonObject): string | undefined {
  return typeof id === 'string' && /^[!-~]+$/.test(id) ? id : undefined;
}

/** The form that the operation documents for a status, where that is not the gateway's own. */
function errorBody(
  { errorBodies = [] }: Pick<CatalogueOperation, 'errorBodies'>,
  status: number,
): CatalogueErrorBody | undefined {
  const keys = [String(status), `${String(status).charAt(0)}XX`, 'default'];
  return keys.flatMap((key) => errorBodies.filter((each) => each.status === key))[0];
}

function errorReply(refusal: Refusal, { requestId, product, incoming, operation }: ReplyContext): Reply {
  const { status, code, message } = refusal;
  const own = {
    RequestId: requestId,
    HostId: incoming.headers.host ?? '',
    Code: code,
    Message: message,
    Recommend: recommend(code, product, requestId),
  };
  const documented = errorBody(operation ?? {}, status);
  return {
    status,
    body: documented === undefined ? own : inForm(own, documented),
    headers: { ...refusal.headers, 'x-acs-request-id': requestId },
    ...(wantsXml(incoming) ? { xmlRoot: 'Error' } : {}),
  };
}

const inForm = (own: JsonObject, { members, lacks }: CatalogueErrorBody): JsonObject =>
  Object.fromEntries(Object.entries({ ...members, ...own }).filter(([name]) => !lacks.includes(name)));

/** The address of the vendor's troubleshooting page, as the real gateway gives it. */
function recommend(code: string, product: string, requestId: string): string {
  const query = new URLSearchParams({ q: code, product, requestId });
  return `https://api.aliyun.com/troubleshoot?${query.toString()}`;
}
