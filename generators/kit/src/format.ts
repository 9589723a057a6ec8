/** The workspace's own formatter settings: emitted code passes the same check as written code. */
const options = { printWidth: 110, singleQuote: true } as const;

/** Formats the text of an emitted file. @throws Error when the generator emitted something that does not parse. */
export async function formatText(path: string, text: string): Promise<string> {
  // Loaded only here: of many specs no file needs it.
  const { format } = await import('oxfmt');
  const { code, errors } = await format(path, text, options);
  const [first] = errors;
  if (first !== undefined)
    throw new Error(`${path} does not parse, which is a fault of its generator: ${first.message}`);
  return code;
}
