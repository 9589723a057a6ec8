import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.ts';
import { xmlDocument } from './xml.ts';

/** Writes an answer, after its delay and as whole as it is meant to be. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.delay === undefined || reply.delay <= 0) {
    writeReply(response, reply);
    return;
  }
  const timer = setTimeout(() => writeReply(response, reply), reply.delay);
  response.once('close', () => clearTimeout(timer));
}

function writeReply(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  if (reply.delivery === 'reset') {
    // A closed socket alone would look like an empty answer; a reset is what a crashed peer sends.
    response.socket?.resetAndDestroy();
    return;
  }
  const [contentType, text] = represent(reply);
  response.writeHead(reply.status, headerList(reply, contentType, text));
  if (reply.delivery !== 'truncated') {
    response.end(text);
    return;
  }
  response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
}

/** Names and values in turn: Node writes such a list out without building and walking an object first. */
function headerList({ headers }: Reply, contentType: string, text: string): string[] {
  const list = ['content-type', contentType, 'content-length', String(Buffer.byteLength(text))];
  for (const name in headers) list.push(name, headers[name] ?? '');
  return list;
}

/** Content type and text. The older SDKs recognise XML by exactly this content type. */
function represent({ body, text, contentType, xmlRoot }: Reply): readonly [string, string] {
  if (text !== undefined) return [contentType ?? 'text/plain;charset=utf-8', text];
  if (xmlRoot !== undefined) return [contentType ?? 'text/xml;charset=utf-8', xmlDocument(xmlRoot, body)];
  return [contentType ?? 'application/json;charset=utf-8', JSON.stringify(body)];
}
