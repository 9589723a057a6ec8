import { signalOf } from './signal-of.ts';
import { DEFAULT_MAX_BODY_BYTES, TransportError, type Transport, type TransportPhase } from './transport.ts';

/** Sends with `fetch`: browsers, workers, Bun, Deno. It cannot see the connection, so failures to connect count as `headers`. */
export function fetchTransport(): Transport {
  return async (request) => {
    const { url, method, headers, body, onAbort, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = request;
    // A copy of a call's request, as a transport around this one passes it on, has no signal.
    const { signal = onAbort && signalOf(onAbort) } = request;
    let phase: TransportPhase = 'headers';
    try {
      const { host: _, ...sent } = headers;
      const response = await fetch(url, {
        method,
        headers: sent,
        body: body || undefined,
        signal,
        redirect: 'manual',
        // No cookies and no cache: the signature is the only authority and an answer belongs to one nonce.
        credentials: 'omit',
        // Nobody keeps answers to POST, and some workers throw when they are told so.
        ...(method === 'GET' && { cache: 'no-store' }),
      } as RequestInit);
      phase = 'body';
      const content = await readText(response, maxBodyBytes);
      return { status: response.status, headers: Object.fromEntries(response.headers), ...content };
    } catch (thrown) {
      const { cause = thrown } = Object(thrown) as Error;
      // What Node's fetch, which wraps its errors, could not parse: the request with its token, should the server echo it.
      if (cause !== thrown) delete (Object(cause) as { data?: unknown }).data;
      throw new TransportError(phase, cause);
    }
  };
}

async function readText(response: Response, limit: number): Promise<{ text: string; truncated: boolean }> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  let left = limit;
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (!chunk) return { text: text + decoder.decode(), truncated: false };
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.length;
    if (left < 0) {
      await reader!.cancel();
      return { text, truncated: true };
    }
  }
}
