import { DEFAULT_MAX_BODY_BYTES, TransportError, type Transport, type TransportPhase } from './transport.ts';

/** Sends with `fetch`: browsers, workers, Bun, Deno. It cannot see the connection, so failures to connect count as `headers`. */
export function fetchTransport(): Transport {
  return async ({ url, method, headers, body, signal, maxBodyBytes = DEFAULT_MAX_BODY_BYTES }) => {
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
    } catch (cause) {
      throw new TransportError(phase, (cause as Error | undefined)?.cause ?? cause);
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
