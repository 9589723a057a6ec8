import { describe, expect, it } from 'vitest';
import { itReports } from './support/faults.ts';
import { load } from './support/load.ts';
import { head, responses } from './support/spec-text.ts';

const operation = (name: string): string =>
  `post: { operationId: ${name}, parameters: [{ $ref: '#/P' }], ${responses} }`;
const parameter = 'P: { name: P, in: query, schema: { type: string } }\n';

describe('a path', () => {
  it('may be a reference to one in another file, or among the components', () => {
    const model = load(
      `${head}paths:
  /A: { $ref: parts/paths.yaml#/one }
  /B: { $ref: '#/components/pathItems/B' }
components: { pathItems: { B: { get: { operationId: B, ${responses} } } } }
`,
      { 'parts/paths.yaml': `one:\n  parameters: []\n  ${operation('A')}\n${parameter}` },
    );
    expect(model.operations.map(({ name, parameters }) => [name, parameters.length])).toEqual([
      ['A', 1],
      ['B', 0],
    ]);
  });

  itReports([
    {
      name: 'that refers to nothing',
      spec: `${head}paths:\n  /A: { $ref: ‸'#/components/pathItems/A' }\n  /B: { get: { operationId: B, ${responses} } }\n`,
      message: '`$ref` points at nothing: #/components/pathItems/A',
      expected: 'the place of an existing object',
      hint: 'check the spelling, or add what it points at',
    },
    {
      name: 'that refers to the operation of another',
      spec: `${head}paths:\n  /A: { $ref: '#/paths/~1B' }\n  /B:\n    get: ‸{ operationId: B, ${responses} }\n`,
      message: '`B` stands under `/A`',
      expected: 'the path `/B`',
      hint: 'rename the path or the operation',
    },
  ]);
});
