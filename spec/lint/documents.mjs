import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isScalar, LineCounter, parseDocument, visit } from 'yaml';

// What stands below these keys is data that happens to look like a schema, unless a property has such a name.
const DATA_KEYS = new Set(['example', 'examples', 'const', 'enum', 'value']);

/**
 * A YAML file whose nodes know their place.
 *
 * @typedef {{
 *   file: string,
 *   document: import('yaml').Document.Parsed,
 *   findings: readonly string[],
 *   place: (node: import('yaml').Node) => string,
 * }} YamlFile `findings` holds the syntax errors; `place` answers `file:line:column`.
 */

/** @param {string} path @returns {YamlFile} */
export function loadYaml(path) {
  return parseYaml(readFileSync(path, 'utf8'), basename(path));
}

/** @param {string} text @param {string} file Name to show in findings. @returns {YamlFile} */
export function parseYaml(text, file) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  // The message repeats the place in words and then shows the line; neither is needed twice.
  const findings = document.errors.map(
    ({ pos, message }) => `${at(pos[0])}: ${message.split(' at line ', 1)[0]}`,
  );
  return { file, document, findings, place: (node) => at(node.range?.[0] ?? 0) };
}

/**
 * Calls `visitor` with every key and value that is not below an example or another piece of data.
 *
 * @param {YamlFile} yamlFile
 * @param {(key: string, value: import('yaml').Node) => void} visitor
 */
export function visitPairs({ document }, visitor) {
  visit(document, {
    Pair(_index, pair, ancestors) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (DATA_KEYS.has(key) && keyAbove(ancestors) !== 'properties') return visit.SKIP;
      if (pair.value !== null) visitor(key, pair.value);
      return undefined;
    },
  });
}

/** Key of the mapping that holds the innermost pair. */
function keyAbove(ancestors) {
  const pair = ancestors.at(-2);
  return pair !== undefined && 'key' in pair && isScalar(pair.key) ? String(pair.key.value) : '';
}
