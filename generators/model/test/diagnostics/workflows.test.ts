import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { workflowSpec, workflowText } from '../support/workflow-text.ts';

const openapi = workflowSpec;
const files = (text: string): Readonly<Record<string, string>> => ({ 'workflows.arazzo.yaml': text });
const workflow = (parts: Parameters<typeof workflowText>[0]): Readonly<Record<string, string>> =>
  files(workflowText(parts));
const step = '- stepId: one\n  operationId: Act';

const cases = [
  {
    name: 'another version',
    files: files(workflowText({}).replace('1.0.1', '‸1.1.0')),
    message: '`arazzo` is no 1.0 version',
    expected: '`arazzo: 1.0.1`',
    hint: 'write the file as Arazzo 1.0',
  },
  {
    name: 'components',
    files: files(`${workflowText({})}‸components: {}\n`),
    message: '`components` is not supported in the workflows file',
    expected: 'arazzo, info, sourceDescriptions, workflows, x-acs-resources',
    hint: 'write inputs and parameters in each workflow',
  },
  {
    name: 'a resource without its first state',
    files: files(
      workflowText({}).replace(
        '{ states: [here, gone], initial: here, absent: gone }',
        '‸{ states: [here, gone], absent: gone }',
      ),
    ),
    message: 'the resource has no `initial`',
    expected: 'here, gone',
    hint: 'add `initial`',
  },
  {
    name: 'a resource with a misspelt state',
    files: files(workflowText({}).replace('initial: here', 'initial: ‸heer')),
    message: '`initial` is `heer`',
    expected: '`here`, `gone`',
    hint: 'did you mean `here`?',
  },
  {
    name: 'no source',
    files: files(
      workflowText({}).replace(
        '- workflowId: rule\n    x-source: { page: p, section: s }',
        '- ‸workflowId: rule',
      ),
    ),
    message: 'the workflow is incomplete',
    expected: '`workflowId` and `x-source`',
    hint: 'name the workflow and tell where its rule is documented',
  },
  {
    name: 'a workflowId that is no name',
    files: files(workflowText({}).replace('- workflowId: rule', '- workflowId: ‸a rule')),
    message: 'the workflowId is `a rule`',
    expected: 'letters, digits, `_` and `-`',
    hint: 'rename it',
  },
  {
    name: 'no steps',
    files: files(workflowText({ steps: '[]' }).replace('workflowId', '‸workflowId')),
    message: 'the workflow `rule` has no steps',
    expected: 'at least one call',
    hint: 'add `steps`',
  },
  {
    name: 'a stepId twice',
    files: workflow({ steps: `${step}\n- stepId: ‸one\n  operationId: Act` }),
    message: 'the stepId `one` stands twice',
    expected: 'each stepId once',
    hint: 'rename one',
  },
  {
    name: 'a workflowId twice',
    files: files(
      `${workflowText({})}  - workflowId: ‸rule\n    x-source: { page: p, section: s }\n    steps: [{ stepId: one, operationId: Act }]\n`,
    ),
    message: 'the workflowId `rule` stands twice',
    expected: 'each workflowId once',
    hint: 'rename one',
  },
  {
    name: 'a dependency',
    files: files(`${workflowText({})}    ‸dependsOn: [other]\n`),
    message: '`dependsOn` is not supported in the workflow',
    expected:
      'workflowId, summary, description, inputs, x-acs-inputs, steps, x-source, x-acs-after, x-acs-proof',
    hint: 'repeat the steps: each workflow stands alone',
  },
  {
    name: 'an input that nothing supplies',
    files: workflow({ inputs: 'name: ‸{ type: string }', origins: '{}' }),
    message: 'nothing supplies the input `name`',
    expected: '`resource`, `serverVariable` or `unique: true` under `x-acs-inputs`',
    hint: 'say what it stands for',
  },
  {
    name: 'an origin of no input',
    files: workflow({ origins: 'image: { resource: Image, state: here }\n‸imgae: { unique: true }' }),
    message: '`imgae` is not supported in `x-acs-inputs`',
    expected: 'image',
    hint: 'did you mean `image`?',
  },
  {
    name: 'an input in no state',
    files: workflow({ origins: 'image: ‸{ resource: Image }' }),
    message: 'the input `image` has no state',
    expected: 'here, gone',
    hint: 'add `state`',
  },
  {
    name: 'an input in an unknown state',
    files: workflow({ origins: 'image: { resource: Image, state: ‸gnoe }' }),
    message: '`state` is `gnoe`',
    expected: '`here`, `gone`',
    hint: 'did you mean `gone`?',
  },
  {
    name: 'an input of an unknown resource',
    files: workflow({ origins: 'image: { resource: ‸Imgae, state: here }' }),
    message: '`resource` is `Imgae`',
    expected: '`Image`',
    hint: 'did you mean `Image`?',
  },
  {
    name: 'a misspelt key of an input',
    files: workflow({ inputs: 'image: { type: string, ‸maxLenght: 5 }' }),
    message: '`maxLenght` is not supported in the input `image`',
    expected: 'type, description, maxLength, minLength, pattern, example, default',
    hint: 'did you mean `maxLength`?',
  },
  {
    name: 'a state after of an unknown input',
    files: workflow({ more: 'x-acs-after: { ‸imgae: gone }' }),
    message: '`imgae` is no resource input',
    expected: 'image',
    hint: 'correct the name',
  },
  {
    name: 'an unknown state after',
    files: workflow({ more: 'x-acs-after: { image: ‸gnoe }' }),
    message: 'the state is `gnoe`',
    expected: '`here`, `gone`',
    hint: 'did you mean `gone`?',
  },
  {
    name: 'a proof about an unknown input',
    files: workflow({ more: 'x-acs-proof: { input: ‸region, state: here, excludes: [gone] }' }),
    message: '`input` is `region`',
    expected: '`image`',
    hint: 'use one of these',
  },
  {
    name: 'a proof of an unknown state',
    files: workflow({ more: 'x-acs-proof: { input: image, state: ‸heer, excludes: [gone] }' }),
    message: '`state` is `heer`',
    expected: '`here`, `gone`',
    hint: 'did you mean `here`?',
  },
  {
    name: 'a proof that excludes an unknown state',
    files: workflow({ more: 'x-acs-proof: { input: image, state: here, excludes: [‸gnoe] }' }),
    message: 'the state is `gnoe`',
    expected: '`here`, `gone`',
    hint: 'did you mean `gone`?',
  },
  {
    name: 'a proof without a state',
    files: workflow({ more: 'x-acs-proof: ‸{ input: image }' }),
    message: '`x-acs-proof` is incomplete',
    expected: '`input`, `state` and `excludes`',
    hint: 'add what is missing',
  },
  {
    name: 'a key twice',
    files: files(
      workflowText({})
        .replace('info:', 'arazzo: 1.0.1\ninfo:')
        .replace('arazzo: 1.0.1\ninfo', '‸arazzo: 1.0.1\ninfo'),
    ),
    message: 'the key `arazzo` stands twice',
    expected: 'each key once',
    hint: 'remove or rename one of the two',
  },
];

describe('workflows', () => {
  itReports(cases.map((each) => ({ ...each, spec: openapi })));
});
