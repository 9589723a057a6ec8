import { expect, test } from 'vitest';
import { generator } from '../src/index.ts';
import { emittedText, fromMarkedText, placeholder, toEmittedText } from '../src/values/template-text.ts';
import { lamps } from './models.ts';

const files = generator.emit(lamps);
const contentOf = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

test('each suite is two files: what its cases are made of, and the vitest file', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'switch-lamp.cases.ts',
    'switch-lamp.contract.ts',
    'scrap-lamps.cases.ts',
    'scrap-lamps.contract.ts',
    'find-lamps.cases.ts',
    'find-lamps.contract.ts',
    'all.workflows.cases.ts',
    'all.workflows.contract.ts',
    'all.gateway.cases.ts',
    'all.gateway.contract.ts',
    'operations.ts',
    'suites.ts',
    'catalogue.ts',
  ]);
});

test('a limit is told in words, with texts that break it and where it is documented', () => {
  const content = contentOf('switch-lamp.cases.ts');
  expect(content).toContain(`text: 'is one of Up, Down; letter case and white space count'`);
  expect(content).toContain(`source: { section: 'Parameters', row: 'Position' }`);
  expect(content).toContain(`['Up in lower case', 'up'],`);
  expect(content).toContain(`url: 'https://example.com/switch'`);
});

test('an edit of one operation changes what its own files depend on, and no other', () => {
  const [edited, ...others] = lamps.operations;
  const changed = { ...edited!, description: 'Another one.' };
  const again = generator.emit({ ...lamps, operations: [changed, ...others] });
  const stale = again.filter(({ recipe }, index) => {
    const before = files[index]?.recipe;
    return (
      recipe?.print !== before?.print || recipe?.inputs.some((input, at) => input !== before?.inputs[at])
    );
  });
  expect(stale.map(({ path }) => path)).toEqual(['switch-lamp.cases.ts']);
});

test('an edit of a schema changes the operations that send it', () => {
  const schemas = lamps.schemas.map((named) => (named.name === 'LampId' ? { ...named } : named));
  const again = generator.emit({ ...lamps, schemas });
  const inputsOf = (all: typeof files, path: string) =>
    all.find((file) => file.path === path)?.recipe?.inputs;
  expect(inputsOf(again, 'scrap-lamps.cases.ts')).not.toEqual(undefined);
  expect(inputsOf(again, 'find-lamps.cases.ts')?.[1]).toBe(inputsOf(files, 'find-lamps.cases.ts')?.[1]);
  expect(inputsOf(again, 'scrap-lamps.cases.ts')?.[1]).not.toBe(inputsOf(files, 'scrap-lamps.cases.ts')?.[1]);
});

test('the catalogue tells the ways between states', () => {
  expect(contentOf('catalogue.ts')).toMatch(/from: 'dark',\s+to: 'lit',\s+action: 'SwitchLamp'/u);
});

test('equal models give equal bytes', () => {
  const texts = (all: typeof files) => all.map(({ path, content }) => ({ path, content }));
  expect(texts(generator.emit(structuredClone(lamps)))).toEqual(texts(files));
});

test('literal braces are told from placeholders', () => {
  const template = fromMarkedText(`{"a":"${placeholder('image')}"}`);
  expect(template).toEqual(['{"a":"', { input: 'image' }, '"}']);
  expect(toEmittedText(template)).toBe('{{"a":"{image}"}}');
  expect(emittedText(`{"a":"${placeholder('image')}"}`)).toBe('{{"a":"{image}"}}');
});

/** The data of the first operation's suite, with something changed in the operation or the model. */
function suiteWith(operation: object, model: Partial<typeof lamps> = {}): string {
  const [first, ...others] = lamps.operations;
  const emitted = generator.emit({
    ...lamps,
    ...model,
    operations: [{ ...first!, ...operation }, ...others],
  });
  return emitted.find(({ path }) => path === 'switch-lamp.cases.ts')?.content ?? '';
}

test('a token that every call demands is a new one in each case', () => {
  const parameters = lamps.operations[0]!.parameters.map((parameter) =>
    parameter.name === 'Token'
      ? { ...parameter, required: true, schema: { kind: 'string' as const, format: 'uuid' } }
      : parameter,
  );
  const demanded = suiteWith({ parameters });
  expect(demanded).toContain(`Token: '{fresh-uuid}'`);
  expect(suiteWith({})).not.toContain('fresh-uuid');
});

test('the end of a token in a header is no space, which nobody would see', () => {
  const parameters = lamps.operations[0]!.parameters.map((parameter) =>
    parameter.name === 'Token' ? { ...parameter, location: 'header' as const } : parameter,
  );
  expect(suiteWith({})).toContain('the last of them a space');
  expect(suiteWith({ parameters })).toContain('the last of them a letter');
});

test('an id that resembles another is not said to be refused where no workflow says that an unknown one is', () => {
  expect(suiteWith({})).toContain('SwitchLamp.Lamp.exact');
  const { workflows } = lamps;
  expect(suiteWith({}, { workflows: workflows.filter(({ id }) => id === 'light') })).not.toContain(
    'SwitchLamp.Lamp.exact',
  );
});

test('an id that is made up is not said to be accepted', () => {
  const lamp = { kind: 'string' as const, resource: 'Lamp', maxLength: 9 };
  const parameters = lamps.operations[0]!.parameters.map((parameter) =>
    parameter.name === 'Lamp' ? { ...parameter, schema: lamp } : parameter,
  );
  const suite = suiteWith({ parameters }, { workflows: [] });
  expect(suite).toContain(`['10 characters', 'aaaaaaaaaa']`);
  expect(suite).not.toContain(`['9 characters'`);
});

test('a default response that is the only one says nothing of errors', () => {
  const responses = [{ ...lamps.operations[0]!.responses[0]!, status: 'default' }];
  const errors = [...responses, { ...responses[0]!, status: '2XX' }];
  expect(suiteWith({ responses })).toMatch(/status: '2XX'/);
  expect(suiteWith({ responses: errors })).toMatch(/status: 'default'/);
});

test('an example that its schema refuses, since it is masked, is not sent', () => {
  const masked = { kind: 'string' as const, pattern: '^[0-9]+$', example: '12****' };
  const parameters = lamps.operations[0]!.parameters.map((parameter) =>
    parameter.name === 'Position' ? { ...parameter, schema: masked, example: '34****' } : parameter,
  );
  const suite = suiteWith({ parameters }, { workflows: [] });
  expect(suite).toContain(`Position: '0'`);
  expect(suite).not.toContain('****');
});
