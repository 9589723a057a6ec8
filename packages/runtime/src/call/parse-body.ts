/** Properties of a body by name. */
export type Body = Readonly<Record<string, unknown>>;

/** A JSON object; `undefined` for every other text. */
export function parseObject(text: string): Body | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (json instanceof Object) return json as Body;
  } catch {}
  return undefined;
}

const entities: Body = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * What an error's body says that is XML, whatever its content type, which gateways and proxies get wrong: its innermost
 * elements, which is where `Code`, `Message` and `RequestId` are. Nothing for every other text. Never throws.
 */
export const parseXml = (text: string): Body =>
  Object.fromEntries(
    Array.from(text.matchAll(/<(\w+)>([^<]+)</g), ([, name, content]) => [
      name,
      content!.replace(/&(\w+);/g, (entity, character: string) => `${entities[character] ?? entity}`),
    ]),
  );
