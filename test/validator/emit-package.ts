import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from '@swas/generator-model';
import { generator } from '@swas/generator-validator';
import type { Validator } from '@swas/validator';

const source = fileURLToPath(new URL('../../packages/validator/src', import.meta.url));

/** A validator package that was emitted for a spec of the test's own. */
export interface EmittedPackage {
  readonly validators: Readonly<Record<string, Validator<unknown>>>;
  readonly guards: Readonly<Record<string, (value: unknown) => boolean>>;
  /** Emitted files by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly remove: () => void;
}

/** Parameters of an operation, as they stand in OpenAPI. */
export type Parameters = readonly Readonly<Record<string, unknown>>[];

/** Emits a validator package for operations with these parameters, and loads it. JSON is YAML, so a spec is an object. */
export async function emitPackage(
  operations: Readonly<Record<string, Parameters>>,
  schemas: Readonly<Record<string, unknown>> = {},
): Promise<EmittedPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'swas-validator-'));
  const spec = join(folder, 'openapi.yaml');
  writeFileSync(spec, JSON.stringify(specOf(operations, schemas)));
  const emitted = generator.emit(loadModel(spec));
  cpSync(source, join(folder, 'src'), { recursive: true, filter: (path) => !path.endsWith('generated') });
  for (const { path, content } of emitted) {
    const target = join(folder, 'src', 'generated', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return {
    validators: (await import(join(folder, 'src', 'generated', 'index.ts'))) as EmittedPackage['validators'],
    guards: (await import(join(folder, 'src', 'generated', 'is.ts'))) as EmittedPackage['guards'],
    files: new Map(emitted.map(({ path, content }) => [path, content])),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function specOf(operations: Readonly<Record<string, Parameters>>, schemas: object): object {
  const result = { type: 'object', required: ['RequestId'], properties: { RequestId: { type: 'string' } } };
  const response = { description: 'Done.', content: { 'application/json': { schema: result } } };
  const paths = Object.entries(operations).map(([name, parameters]) => {
    const operation = {
      operationId: name,
      summary: `Calls ${name}.`,
      parameters,
      ...(parameters.some((parameter) => parameter['name'] === 'ClientToken')
        ? { 'x-acs-idempotency-parameter': 'ClientToken' }
        : {}),
      responses: { 200: response },
    };
    return [`/${name}`, { post: operation }];
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Test', version: '2026-01-01' },
    'x-acs-product': 'test',
    'x-acs-version': '2026-01-01',
    servers: [{ url: 'http://127.0.0.1:8080', 'x-acs-network': 'facade' }],
    paths: Object.fromEntries(paths),
    components: { schemas },
  };
}

/** A parameter that travels as JSON text. */
export function jsonParameter(name: string, schema: object, required = false): Parameters[number] {
  return {
    name,
    in: 'query',
    required,
    schema: { type: 'string', contentMediaType: 'application/json', contentSchema: schema },
  };
}
