import type { format } from 'oxfmt';

/** The workspace's own formatter settings: emitted code passes the same check as written code. */
const options = { printWidth: 110, singleQuote: true } as const;

/** Code of a file. */
export interface Code {
  readonly path: string;
  readonly text: string;
}

/** What the formatter makes of a text. It is loaded only here: of many specs no file needs it. */
async function run(path: string, text: string): ReturnType<typeof format> {
  const formatter = await import('oxfmt');
  return formatter.format(path, text, options);
}

/** Formats the text of an emitted file. @throws Error when the generator emitted something that does not parse. */
export async function formatText({ path, text }: Code): Promise<string> {
  const { code, errors } = await run(path, text);
  const [first] = errors;
  if (first !== undefined)
    throw new Error(`${path} does not parse, which is a fault of its generator: ${first.message}`);
  return code;
}

/** Stands between files that are formatted as one. */
const border = '//#border';

/** A comment above the next line keeps it where it is, unless that line is a statement without anything in it. */
const apart = /^[^\S\n]*;/m;

/** Whether a file can stand among others. Every emitted file of code begins with a comment. */
const canJoin = ({ path, text }: Code): boolean =>
  path.endsWith('.ts') && text.startsWith('//') && !text.includes(border) && !apart.test(text);

/** The text of a file of its own begins with no empty line and ends with one line end. */
const trimLines = (text: string): string => `${text.replace(/^\n+/, '').trimEnd()}\n`;

/** Formats files as one; `undefined` when that does not work out, as with one that does not parse. */
async function formatJoined(files: readonly Code[]): Promise<readonly string[] | undefined> {
  const text = files.map((file) => file.text).join(`\n${border}\n`);
  const { code, errors } = await run('joined.ts', text);
  const parts = code.split(`\n${border}\n`);
  return errors.length === 0 && parts.length === files.length ? parts.map(trimLines) : undefined;
}

/**
 * Formats several files, each as `formatText` does. Handing a text to the formatter costs as much as formatting a small one, and
 * statements are formatted one by one, so that small files go together. @throws Error as `formatText` does
 */
export async function formatTexts(files: readonly Code[]): Promise<readonly string[]> {
  const joined = files.length > 1 && files.every(canJoin) ? await formatJoined(files) : undefined;
  return joined ?? Promise.all(files.map(formatText));
}
