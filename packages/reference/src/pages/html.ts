/** HTML from text: what a template holds is markup, what is put into it is text unless it is markup itself. */

/** Markup that is safe to stand in a page. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

type Part = string | number | Markup | undefined | readonly Part[];

function partText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return part.map(partText).join('');
}

/** A piece of a page. A spec is untrusted: everything put in is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + partText(parts[index])).join(''));
}

/** Text with `code` marked, as descriptions of the spec write it. */
export function withCode(text: string): Markup {
  return new Markup(escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>'));
}
