/** Names that stand twice in one object of a JSON text, of which `JSON.parse` keeps the last without a word. */

/** Texts, with the colon that makes one a name, and the brackets that open and close objects and arrays. */
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gu;

/** The first name of a valid JSON text that its object has already. */
export function repeatedName(text: string): string | undefined {
  const open: Set<unknown>[] = [];
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    if (colon === undefined) continue;
    const name = JSON.parse(token.slice(0, -colon.length)) as string;
    const names = open.at(-1);
    if (names?.has(name) === true) return name;
    names?.add(name);
  }
  return undefined;
}
