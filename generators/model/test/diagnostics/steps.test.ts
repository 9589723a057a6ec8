import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { workflowSpec, workflowText } from '../support/workflow-text.ts';

const openapi = workflowSpec;
const condition = (text: string): string =>
  `- stepId: one\n  operationId: Act\n  successCriteria:\n    - condition: ${text}`;
const value = (text: string): string =>
  `- stepId: one\n  operationId: Act\n  parameters:\n    - { name: ImageId, in: query, value: ${text} }`;
const files = (text: string): Readonly<Record<string, string>> => ({ 'workflows.arazzo.yaml': text });
const workflow = (parts: Parameters<typeof workflowText>[0]): Readonly<Record<string, string>> =>
  files(workflowText(parts));
const step = '- stepId: one\n  operationId: Act';

const cases = [
  {
    name: 'a step without an operation',
    files: workflow({ steps: '- ‸stepId: one' }),
    message: 'the step is incomplete',
    expected: '`stepId` and `operationId`',
    hint: 'add what is missing',
  },
  {
    name: 'an unknown operation',
    files: workflow({ steps: '- stepId: one\n  operationId: ‸Atc' }),
    message: '`operationId` is `Atc`',
    expected: '`Act`',
    hint: 'did you mean `Act`?',
  },
  {
    name: 'a step that names a path',
    files: workflow({ steps: `${step}\n  ‸operationPath: /Act` }),
    message: '`operationPath` is not supported in the step',
    expected: 'stepId, description, operationId, parameters, successCriteria',
    hint: 'name the operation by `operationId`',
  },
  {
    name: 'an unknown parameter',
    files: workflow({ steps: `${step}\n  parameters:\n    - { name: ‸ImageID, in: query, value: a }` }),
    message: 'a parameter of Act is `ImageID`',
    expected: '`ImageId`, `Token`',
    hint: 'did you mean `ImageId`?',
  },
  ...[
    ['a flattened list', 'type: array', '1'],
    ['a flattened object', 'type: object', 'Key'],
  ].map(([name = '', type = '', part = '']) => ({
    name: `${name} that is sent as one text`,
    spec: workflowSpec.replace(
      '- { name: ImageId',
      `- { name: Filter, in: query, x-acs-style: flat, schema: { ${type} } }\n        - { name: ImageId`,
    ),
    files: workflow({ steps: `${step}\n  parameters:\n    - { name: ‸Filter, in: query, value: a }` }),
    message: '`Filter` is flattened, and has no text of its own',
    expected: 'the names of its parts on the wire',
    hint: `write each part: \`Filter.${part}\``,
  })),
  {
    name: 'a parameter elsewhere',
    files: workflow({ steps: `${step}\n  parameters:\n    - { name: ImageId, in: ‸header, value: a }` }),
    message: '`in` of `ImageId` is not where the operation has it',
    expected: '`query`',
    hint: 'write `in: query`',
  },
  {
    name: 'a header in the query',
    spec: openapi.replace('name: Token, in: query', 'name: Token, in: header'),
    files: workflow({ steps: `${step}\n  parameters:\n    - { name: Token, in: ‸query, value: a }` }),
    message: '`in` of `Token` is not where the operation has it',
    expected: '`header`',
    hint: 'write `in: header`',
  },
  {
    name: 'a parameter without a value',
    files: workflow({ steps: `${step}\n  parameters:\n    - ‸{ name: ImageId, in: query }` }),
    message: 'the parameter has no `value`',
    expected: '`name` and `value`',
    hint: 'add `value`',
  },
  {
    name: 'a parameter without a name',
    files: workflow({ steps: `${step}\n  parameters:\n    - ‸{ in: query, value: a }` }),
    message: 'the parameter has no `name`',
    expected: '`name` and `value`',
    hint: 'add `name`',
  },
  {
    name: 'a parameter twice',
    files: workflow({
      steps: `${step}\n  parameters:\n    - { name: ImageId, in: query, value: a }\n    - { name: ‸ImageId, in: query, value: b }`,
    }),
    message: 'the parameter `ImageId` stands twice',
    expected: 'each parameter once',
    hint: 'remove one of the two',
  },
  {
    name: 'a parameter by reference',
    files: workflow({
      steps: `${step}\n  parameters:\n    - { ‸reference: $components.parameters.a, name: ImageId, value: a }`,
    }),
    message: '`reference` is not supported in the parameter',
    expected: 'name, in, value',
    hint: 'write the parameter here',
  },
  {
    name: 'an unknown input',
    files: workflow({ steps: value('‸$inputs.imgae') }),
    message: 'the input is `imgae`',
    expected: '`image`',
    hint: 'did you mean `image`?',
  },
  {
    name: 'an answer of another step',
    files: workflow({ steps: value('‸$steps.one.outputs.id') }),
    message: '`$steps.one.outputs.id` is not supported',
    expected: 'a text with inputs',
    hint: 'write `$inputs.name` alone, or `{$inputs.name}` inside a text',
  },
  {
    name: 'a condition with another operator',
    files: workflow({ steps: condition('‸$statusCode != 200') }),
    message: 'the condition `$statusCode != 200` is not supported',
    expected: "`$statusCode == 200` or `$response.body#/Code == 'Text'`",
    hint: 'write it in one of these forms',
  },
  {
    name: 'two conditions in one',
    files: workflow({ steps: condition("‸$statusCode == 200 && $response.body#/Code == 'A'") }),
    message: "the condition `$statusCode == 200 && $response.body#/Code == 'A'` is not supported",
    expected: "`$statusCode == 200` or `$response.body#/Code == 'Text'`",
    hint: 'write it in one of these forms',
  },
  {
    name: 'a status that is a text',
    files: workflow({ steps: condition("‸$statusCode == '200'") }),
    message: "the condition `$statusCode == '200'` is not supported",
    expected: "`$statusCode == 200` or `$response.body#/Code == 'Text'`",
    hint: 'write it in one of these forms',
  },
  {
    name: 'a condition with a number that loses digits',
    files: workflow({ steps: condition('$response.body#/Id == ‸9007199254740993') }),
    message: 'the whole number `9007199254740993` would become 9007199254740992',
    expected: 'a number that JavaScript keeps exactly, as all to 9007199254740991 are',
    hint: 'leave a limit out that no number reaches; for values with so many digits use `type: string`, in quotes',
  },
  {
    name: 'a condition of another type',
    files: workflow({
      steps: `${step}\n  successCriteria:\n    - condition: $statusCode == 200\n      ‸type: regex`,
    }),
    message: '`type` is not supported in `successCriteria`',
    expected: 'condition',
    hint: 'use a simple condition: `$response.body#/Code == ...`',
  },
];

describe('steps', () => {
  itReports(cases.map((each) => ({ spec: openapi, ...each })));
});
