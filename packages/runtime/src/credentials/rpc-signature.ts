/** RFC 3986: also escapes the five characters that encodeURIComponent leaves. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The signature that the token service documents for AssumeRole: RPC style, HMAC-SHA1, over query and form together.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism
 */
export async function rpcSignature(
  method: 'GET' | 'POST',
  parameters: Readonly<Record<string, string>>,
  accessKeySecret: string,
): Promise<string> {
  const query = Object.keys(parameters)
    .toSorted()
    .map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
    .join('&');
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', text.encode(`${accessKeySecret}&`), algorithm, false, [
    'sign',
  ]);
  const signed = await crypto.subtle.sign('HMAC', key, text.encode(`${method}&%2F&${encode(query)}`));
  return btoa(String.fromCharCode(...new Uint8Array(signed)));
}
