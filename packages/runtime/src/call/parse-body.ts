/** Properties of a body by name. */
export type Body = Readonly<Record<string, unknown>>;

/** What a body says. */
export interface ParsedBody {
  /** Present when the body is a JSON object. */
  readonly json?: Body;
  /** Its properties, or the text of the innermost elements of an XML body: enough for `Code`, `Message`, `RequestId`. */
  readonly fields: Body;
}

/** Reads a body by what it is and not by its content type, which gateways and proxies get wrong. Never throws. */
export function parseBody(text: string): ParsedBody {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json && !Array.isArray(json))
      return { json: json as Body, fields: json as Body };
  } catch {
    // Not JSON: XML, a proxy's page or nothing.
  }
  return { fields: xmlFields(text) };
}

function xmlFields(text: string): Body {
  const elements = text.matchAll(/<(\w+)>([^<]*)<\/\1>/g);
  return Object.fromEntries(Array.from(elements, ([, name, content]) => [name, unescape(content!)]));
}

const entities: Body = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescape = (text: string): string =>
  text.replace(/&(\w+);/g, (entity, name: string) => String(entities[name] ?? entity));
