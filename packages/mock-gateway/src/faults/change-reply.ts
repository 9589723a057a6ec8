import type { JsonObject, JsonValue } from '../catalogue.ts';
import type { Reply } from '../http/reply.ts';
import type { Fault } from './fault.ts';

type Change = (reply: Reply) => Reply;

/** A fault in every answer. */
export function inAnswers(name: string, breaks: string, change: Change): Fault {
  return { name, breaks, reply: change };
}

/** A fault in success answers only. */
export function inSuccesses(name: string, breaks: string, change: Change): Fault {
  return { name, breaks, reply: (reply) => (isError(reply) ? reply : change(reply)) };
}

/** A fault in error answers; with a code, in those of that code only. */
export function inErrors(name: string, breaks: string, change: Change, code?: string): Fault {
  const concerns = (reply: Reply): boolean =>
    isError(reply) && (code === undefined || reply.body['Code'] === code);
  return { name, breaks, reply: (reply) => (concerns(reply) ? change(reply) : reply) };
}

/** Sets a member of the body. */
export function setMember(reply: Reply, name: string, value: JsonValue): Reply {
  return { ...reply, body: { ...reply.body, [name]: value } };
}

/** Leaves a member of the body out. */
export function dropMember(reply: Reply, name: string): Reply {
  return { ...reply, body: without(reply.body, name) };
}

/** Puts a member of the body under another name. */
export function renameMember(reply: Reply, from: string, to: string): Reply {
  return { ...reply, body: { ...without(reply.body, from), [to]: reply.body[from] ?? null } };
}

function without(body: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([member]) => member !== name));
}

function isError({ status }: Reply): boolean {
  return status >= 400;
}
