import type { JsonValue } from '../catalogue.ts';

const escapes: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML character data; characters that XML 1.0 cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[<>&"']/g, (character) => escapes[character] ?? character);
}

/** A document with one root element; an array repeats its element. */
export function xmlDocument(root: string, value: JsonValue): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${element(root, value)}`;
}

function element(name: string, value: JsonValue): string {
  const tag = elementName(name);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => element(tag, item)).join('');
  return `<${tag}>${content(value)}</${tag}>`;
}

function content(value: JsonValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return escapeXml(String(value));
  return Object.entries(value)
    .map(([name, member]) => element(name, member as JsonValue))
    .join('');
}

/** Names come from a spec or from an example in it, and need not be XML names. */
function elementName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_.-]/g, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
}
