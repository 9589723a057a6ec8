import { describe, expect, it } from 'vitest';
import { load } from './support/load.ts';
import { head, responses } from './support/spec-text.ts';

const operation = (name: string, summary: string): string => `  /${name}:
    post:
      operationId: ${name}
      summary: ${summary}
      x-source: { page: p, section: s }
      parameters:
        - { name: P, in: query, schema: { type: string, x-source: { page: p, section: of P } } }
      ${responses}
`;

const spec = (summary: string): string =>
  `${head}x-pages: { p: { title: P, url: 'https://example.com/p', level: linked } }\npaths:\n${operation('First', summary)}${operation('Second', 'Stays.')}`;

describe('lines', () => {
  it('stand apart from the operations, which are the same wherever they stand', () => {
    const before = load(spec('One line.'));
    const after = load(spec('|\n        Now.\n        Several.\n'));
    expect(after.operations[0]).not.toEqual(before.operations[0]);
    expect(after.operations[1]).toEqual(before.operations[1]);
    expect(after.lines).not.toEqual(before.lines);
  });

  it('are those of what carries the source', () => {
    const { lines, operations } = load(spec('One line.'));
    const { file, pointer } = operations[1]?.source?.place ?? { file: '', pointer: '' };
    expect(lines[`${file}#${pointer}`]).toBe(16);
    expect(lines[`${file}#${pointer}/parameters/0/schema`]).toBe(20);
    expect(Object.keys(lines)).toHaveLength(4);
  });
});
