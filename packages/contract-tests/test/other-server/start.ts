import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { admit, rightAuthority, type Received } from './authority.ts';
import { Refused, type Call, type Choices, type Reply } from './choices.ts';
import { Images } from './images.ts';

function errorReply(error: unknown, requestId: string, choices: Choices): Reply {
  if (!(error instanceof Refused))
    return { status: 500, body: { RequestId: requestId, Code: 'InternalError', Message: String(error) } };
  const host = choices.noHostId === true ? {} : { HostId: 'here' };
  const { status, code, message } = error;
  return { status, body: { RequestId: requestId, ...host, Code: code, Message: message } };
}

function replyTo(images: Images, call: Call): Reply {
  const { choices } = images;
  const requestId = randomUUID();
  const next = (query?: URLSearchParams): string | undefined => images.call(call, requestId, query);
  try {
    const remembered = choices.around === undefined ? next() : choices.around(images, call, next);
    return { status: 200, body: { RequestId: remembered ?? requestId } };
  } catch (error) {
    return errorReply(error, requestId, choices);
  }
}

const throttled = (): Reply => ({
  status: 400,
  body: {
    RequestId: randomUUID(),
    Code: 'Throttling.User',
    Message: 'Request was denied due to user flow control.',
  },
  headers: { 'x-acs-retry-after': '5' },
});

function send(response: ServerResponse, { status, body, headers }: Reply, choices: Choices): void {
  const id = body['RequestId'];
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(typeof id === 'string' && choices.noHeader !== true ? { 'x-acs-request-id': id } : {}),
    ...headers,
  });
  response.end((choices.write ?? JSON.stringify)(body));
}

async function received(request: IncomingMessage): Promise<Received> {
  const { searchParams } = new URL(request.url ?? '/', 'http://here');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  return { method: request.method ?? '', pairs: [...searchParams], headers: request.headers, body };
}

/** Starts the server on a free port of this machine. */
export async function startOther(
  ids: readonly string[],
  choices: Choices,
): Promise<{ url: string; server: Server }> {
  const images = new Images(ids, choices);
  const used = new Set<string>();
  const admitted = (request: Received): string => {
    if (choices.authority === undefined) return String(request.headers['x-acs-action']);
    return admit(request, { ...rightAuthority, ...choices.authority }, used);
  };
  let count = 0;
  const answer = (request: Received): Reply => {
    const query = new URLSearchParams();
    for (const [name, value] of request.pairs) query.append(name, value);
    const action = admitted(request);
    choices.rewrite?.(query, action);
    const call = { action, query, count: (count += 1) };
    const isThrottled = choices.throttlesEvery !== undefined && count % choices.throttlesEvery === 0;
    const plain = isThrottled ? throttled() : replyTo(images, call);
    return choices.answer?.(plain, call) ?? plain;
  };
  const answered = (request: Received): Reply => {
    try {
      return answer(request);
    } catch (error) {
      return errorReply(error, randomUUID(), choices);
    }
  };
  const server = createServer((request, response) => {
    void received(request)
      .then((read) => wait(choices.latency ?? 0, answered(read)))
      .then((reply) => send(response, reply, choices));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
