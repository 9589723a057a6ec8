import { createRequire } from 'node:module';
import { loadModel } from '@swas/generator-model';
import { describe, expect, it } from 'vitest';
import { buildCatalogue, generator } from '../src/index.ts';

const model = loadModel(createRequire(import.meta.url).resolve('@swas/spec/openapi.yaml'));
const catalogue = buildCatalogue(model);

describe('the catalogue', () => {
  it('holds every operation with its parameters and errors', () => {
    expect(catalogue.operations).toHaveLength(model.operations.length);
    for (const [index, operation] of model.operations.entries()) {
      const built = catalogue.operations[index];
      expect(built?.name).toBe(operation.name);
      expect(built?.parameters.map(({ name }) => name)).toEqual(operation.parameters.map(({ name }) => name));
      expect(built?.errors).toEqual(
        operation.errors.map(({ status, code, message }) => ({ status, code, message })),
      );
    }
  });

  it('holds what the wire needs of a parameter', () => {
    const parameters = catalogue.operations.flatMap((operation) => operation.parameters);
    expect(parameters.find(({ name }) => name === 'ImageIds')).toMatchObject({
      serialization: 'json',
      required: true,
      schema: { type: 'array', maxItems: 15 },
    });
    expect(parameters.find(({ name }) => name === 'RegionId')).toMatchObject({ serverVariable: 'region' });
    expect(parameters.find(({ name }) => name === 'Operation')).toMatchObject({
      invalidCode: 'InvalidParam.OperationIllegal',
    });
  });

  it('lists each region once', () => {
    expect(new Set(catalogue.regions).size).toBe(catalogue.regions.length);
    expect(catalogue.regions).toContain('cn-hangzhou');
  });

  it('answers with the documented example', () => {
    const { example } = catalogue.operations[0]?.success ?? {};
    expect(example).toEqual(model.operations[0]?.responses[0]?.examples[0]?.value);
  });

  it('answers with no example that its own schema refuses, as where a part is masked', () => {
    const [operation] = model.operations;
    const [response] = operation?.responses ?? [];
    if (operation === undefined || response === undefined) throw new Error('The spec has no operation.');
    const digits = { kind: 'string', pattern: '^[0-9]+$' } as const;
    const examples = [{ name: 'default', value: '12****' }];
    const masked = { ...operation, result: digits, responses: [{ ...response, schema: digits, examples }] };
    expect(buildCatalogue({ ...model, operations: [masked] }).operations[0]?.success.example).toBe('1');
  });

  it('refuses with the documented error of a status where a workflow names no code', () => {
    const refusals = (of: typeof model): readonly unknown[] =>
      buildCatalogue(of).operations.flatMap(({ rules }) => rules.flatMap(({ refusal }) => refusal ?? []));
    const workflows = model.workflows.map((workflow) => ({
      ...workflow,
      steps: workflow.steps.map((step) => ({
        ...step,
        criteria: step.criteria.filter(({ kind }) => kind === 'status'),
      })),
    }));
    expect(refusals({ ...model, workflows })).toEqual(refusals(model));
    expect(refusals(model)).not.toEqual([]);
  });

  it('is plain data without documentation', () => {
    expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
    expect(JSON.stringify(catalogue)).not.toContain('"description"');
  });
});

describe('the generator', () => {
  it('emits one file, the same each time, whatever the texts hold', () => {
    const odd = { ...model, title: "'; process.exit() //\u2028`${1}" };
    const [file, ...others] = generator.emit(odd);
    expect(others).toEqual([]);
    expect(file?.path).toBe('catalogue.ts');
    expect(generator.emit(odd)).toEqual([file]);
    const data = file?.content.slice((file.content.indexOf('Catalogue = ') ?? 0) + 12).replace(/;\s*$/, '');
    // The emitted literal is JavaScript; evaluating it is the proof that the text stayed text.
    const evaluated = new Function(`return (${data})`)() as { title: string };
    expect(evaluated).toEqual(buildCatalogue(odd));
  });
});
