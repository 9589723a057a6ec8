import { format } from 'oxfmt';
import type { EmittedFile } from './emitted-file.ts';

/** The workspace's own formatter settings: emitted code passes the same check as written code. */
const options = { printWidth: 110, singleQuote: true } as const;

/** Formats an emitted file. @throws Error when the generator emitted something that does not parse. */
export async function formatFile(file: EmittedFile): Promise<EmittedFile> {
  const { code, errors } = await format(file.path, file.content, options);
  const [first] = errors;
  if (first !== undefined)
    throw new Error(`${file.path} does not parse, which is a fault of its generator: ${first.message}`);
  return { path: file.path, content: code };
}
