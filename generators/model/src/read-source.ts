import { basename } from 'node:path';
import type { Level, Page, Place, Source } from './api-model.ts';
import type { Context } from './context.ts';
import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';
import { keySet } from './key-set.ts';

const pageKeys = keySet('title url level');
const sourceKeys = keySet('page section row');

const levels: readonly Level[] = ['documented', 'linked', 'gateway'];

function readPage(reader: Reader, id: string, node: SpecNode): Page {
  reader.checkKeys(node, `page \`${id}\``, pageKeys);
  const url = node.get('url')?.string('`url`') ?? '';
  // The address becomes a link in reports and docs; `javascript:` must not.
  if (!/^https?:\/\/[^\s"'<>]+$/.test(url)) {
    reader.report(
      node.location,
      `page \`${id}\` has no usable \`url\``,
      'an http(s) address',
      'add `url: https://…`',
    );
  }
  const title = node.get('title')?.string('`title`') ?? id;
  return { id, title, url, level: node.get('level')?.oneOf('`level`', levels) ?? 'documented' };
}

/** Reads `x-pages`: the documentation pages that `x-source` names by id. */
export function readPages(reader: Reader, root: SpecNode): ReadonlyMap<string, Page> {
  const fields = root.get('x-pages')?.fields('`x-pages`') ?? [];
  return new Map(fields.map(({ key, value }) => [key, readPage(reader, key, value)]));
}

function readPlace(reader: Reader, { document, pointer, location, offset }: SpecNode): Place {
  const file = basename(document.path);
  reader.addPlace(`${file}#${pointer}`, location, offset);
  return { file, pointer };
}

/** Reads `x-source: { page, section, row }` of a node, if it has one. */
export function readSource(
  { reader, pages }: Pick<Context, 'reader' | 'pages'>,
  owner: SpecNode,
): Source | undefined {
  const node = owner.get('x-source');
  if (node === undefined) return undefined;
  reader.checkKeys(node, '`x-source`', sourceKeys);
  const id = node.get('page')?.oneOf('`page`', pages);
  const section = node.get('section')?.string('`section`');
  const row = node.get('row')?.string('`row`');
  const page = id === undefined ? undefined : pages.get(id);
  if (page !== undefined && section !== undefined)
    return { page, section, ...(row === undefined ? {} : { row }), place: readPlace(reader, owner) };
  if (node.get('page') === undefined || node.get('section') === undefined) {
    const hint = 'name a page of `x-pages` and a section of it';
    reader.report(
      node.location,
      '`x-source` is incomplete',
      '`page` and `section`, with an optional `row`',
      hint,
    );
  }
  return undefined;
}
