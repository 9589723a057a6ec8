import { isMap, isScalar } from 'yaml';
import { visitPairs } from './documents.mjs';

// In this process and in JavaScript: the same verdict on every machine, with or without Java.
process.env['RECHECK_BACKEND'] = 'pure';
const { checkSync } = (await import('recheck')).default;

/**
 * Every regular expression must be proved to run in linear time: it meets text from strangers, in the client, in the
 * validator and in the gateway.
 *
 * @param {readonly import('./documents.mjs').YamlFile[]} files
 * @returns {readonly string[]} Findings.
 */
export function findSlowPatterns(files) {
  return files.flatMap((file) =>
    collectPatterns(file).flatMap(({ source, node }) => {
      const problem = judgePattern(source);
      return problem === undefined ? [] : [`${file.place(node)}: pattern ${source} ${problem}`];
    }),
  );
}

/** @param {import('./documents.mjs').YamlFile} file */
function collectPatterns(file) {
  const patterns = [];
  const add = (node) => patterns.push({ source: String(node.value), node });
  visitPairs(file, (key, value) => {
    if (key === 'pattern' && isScalar(value)) add(value);
    if (key === 'patternProperties' && isMap(value)) value.items.forEach((pair) => add(pair.key));
  });
  return patterns;
}

/** @param {string} source @returns {string | undefined} What is wrong, completing "pattern …". */
function judgePattern(source) {
  const verdict = checkSync(source, 'u');
  if (verdict.status === 'unknown') return `cannot be judged (${verdict.error.kind}); write a simpler one`;
  const { summary, isFuzz } = verdict.complexity;
  if (verdict.status === 'vulnerable') {
    return `takes ${summary} time, for example on ${verdict.attack.pattern}; write one without overlapping repetitions`;
  }
  return isFuzz ? 'was only tried out, not proved linear; write a simpler one' : undefined;
}
