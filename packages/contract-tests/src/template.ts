/** Fills the templates of the cases: `{name}` is an input, doubled braces are braces. */

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}/gu;

/**
 * The text that a template stands for.
 *
 * @throws RangeError when an input has no value: a fault of the generated cases, not of the server.
 */
export function fillTemplate(template: string, values: ReadonlyMap<string, string>): string {
  return template.replaceAll(TOKEN, (match: string, name: string | undefined) => {
    if (name === undefined) return match.charAt(0);
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`The case names the input ${name}, which has no value.`);
    return value;
  });
}

/** Names of the inputs that a template uses, in order. */
export const inputsOf = (template: string): readonly string[] =>
  [...template.matchAll(TOKEN)].flatMap(([, name]) => name ?? []);

/** A whole query with every template filled. */
export const fillQuery = (
  query: Readonly<Record<string, string>>,
  values: ReadonlyMap<string, string>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, template]) => [name, fillTemplate(template, values)]));
