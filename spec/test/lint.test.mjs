import { describe, expect, it } from 'vitest';
import { findSlowPatterns } from '../lint/check-patterns.mjs';
import { findBrokenReferences } from '../lint/check-references.mjs';
import { validateWithGenerator } from '../lint/check-generator.mjs';
import { parseYaml } from '../lint/documents.mjs';
import { demandOnCi, failed, passed, skipped } from '../lint/result.mjs';

const yaml = (...lines) => parseYaml(lines.join('\n'), 'spec.yaml');

describe('YAML syntax', () => {
  it('places a repeated key', () => {
    expect(yaml('a: 1', 'b: 2', 'a: 3').findings).toEqual(['spec.yaml:3:1: Map keys must be unique']);
  });
});

describe('findSlowPatterns', () => {
  it('accepts a linear pattern', () => {
    expect(findSlowPatterns([yaml("pattern: '^[a-z]+(-[a-z]+)*$'")])).toEqual([]);
  });

  it.each(['^(a+)+$', '^a*a*$'])('refuses %s and says where', (pattern) => {
    const [finding, ...others] = findSlowPatterns([yaml('schema:', `  pattern: '${pattern}'`)]);
    expect(others).toEqual([]);
    expect(finding).toContain(`spec.yaml:2:12: pattern ${pattern} takes `);
  });

  it('judges the patterns of property names', () => {
    expect(findSlowPatterns([yaml('patternProperties:', "  '^(a+)+$': {}")])).toHaveLength(1);
  });

  it('looks into a property that is called example, but not into an example', () => {
    const slow = "pattern: '^(a+)+$'";
    expect(findSlowPatterns([yaml('properties:', `  example: { ${slow} }`)])).toHaveLength(1);
    expect(findSlowPatterns([yaml(`example: { ${slow} }`)])).toEqual([]);
  });
});

describe('findBrokenReferences', () => {
  const pages = ['x-pages: { p: {} }', 'x-source: { page: p }'];

  it('accepts references that resolve, escaped and into the other file', () => {
    const other = parseYaml("a: { $ref: './spec.yaml#/d~1e' }", 'other.yaml');
    expect(findBrokenReferences([yaml(...pages, 'd/e: {}', "f: { $ref: '#/d~1e' }"), other])).toEqual([]);
  });

  it.each(['#/missing', './missing.yaml#/x-pages', '#x-pages'])('refuses %s', (reference) => {
    expect(findBrokenReferences([yaml(...pages, `a: { $ref: '${reference}' }`)])).toEqual([
      `spec.yaml:3:12: $ref "${reference}" points at nothing; correct it or add its target`,
    ]);
  });

  it('refuses an unknown page, a source without one, and a page that nothing cites', () => {
    const file = yaml('x-pages: { p: {} }', 'a: { x-source: { page: q } }', 'b: { x-source: { row: r } }');
    expect(findBrokenReferences([file])).toEqual([
      'spec.yaml:2:24: x-source names the unknown page "q"; expected one of p',
      'spec.yaml:3:16: x-source names no page; expected page: one of x-pages',
      'spec.yaml:1:12: no x-source cites the page "p"; remove it',
    ]);
  });
});

describe('validateWithGenerator', () => {
  it('is skipped without Java, and says why', async () => {
    const result = await validateWithGenerator('openapi.yaml', '.', { java: 'no-such-java' });
    expect(result.status).toBe('skipped');
    expect(result.lines.join()).toContain('Java');
  });
});

describe('demandOnCi', () => {
  it('turns a skipped check into a failed one on CI only', () => {
    expect(demandOnCi(skipped('why'), true)).toEqual(failed(['why', 'CI=true demands this check.']));
    expect(demandOnCi(skipped('why'), false)).toEqual(skipped('why'));
    expect(demandOnCi(passed(), true)).toEqual(passed());
  });
});
