import { isMap, isScalar } from 'yaml';
import { visitPairs } from './documents.mjs';

/**
 * Every `$ref` must point at something, and every `x-source` at a page that the OpenAPI file declares; a page that
 * nothing cites is a leftover.
 *
 * @param {readonly import('./documents.mjs').YamlFile[]} files The OpenAPI file first.
 * @returns {readonly string[]} Findings.
 */
export function findBrokenReferences(files) {
  const pages = declaredPages(files[0]);
  const cited = new Set();
  const findings = files.flatMap((file) => checkFile(file, files, pages, cited));
  const leftovers = [...pages].filter(([id]) => !cited.has(id));
  return [
    ...findings,
    ...leftovers.map(
      ([id, node]) => `${files[0].place(node)}: no x-source cites the page "${id}"; remove it`,
    ),
  ];
}

function declaredPages({ document }) {
  const pages = document.get('x-pages');
  return new Map(isMap(pages) ? pages.items.map(({ key }) => [String(key.value), key]) : []);
}

function checkFile(file, files, pages, cited) {
  const findings = [];
  visitPairs(file, (key, value) => {
    if (key === '$ref' && isScalar(value) && !resolves(String(value.value), file, files)) {
      findings.push(
        `${file.place(value)}: $ref "${value.value}" points at nothing; correct it or add its target`,
      );
    }
    if (key === 'x-source' && isMap(value)) findings.push(...checkSource(value, file, pages, cited));
  });
  return findings;
}

function checkSource(source, file, pages, cited) {
  const page = source.get('page', true);
  const id = isScalar(page) ? String(page.value) : undefined;
  if (id === undefined)
    return [`${file.place(source)}: x-source names no page; expected page: one of x-pages`];
  cited.add(id);
  if (pages.has(id)) return [];
  return [
    `${file.place(page)}: x-source names the unknown page "${id}"; expected one of ${[...pages.keys()].join(', ')}`,
  ];
}

function resolves(reference, file, files) {
  const [path = '', pointer = ''] = reference.split('#', 2);
  const target = path === '' ? file : files.find((candidate) => `./${candidate.file}` === path);
  if (target === undefined || (pointer !== '' && !pointer.startsWith('/'))) return false;
  const keys = pointer.split('/').slice(1).map(unescapePointer);
  return target.document.getIn(keys, true) !== undefined;
}

const unescapePointer = (part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
