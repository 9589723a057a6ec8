import { describe, expect, it } from 'vitest';
import { generator } from '../src/index.ts';
import { model, operation } from './support/model.ts';

const region = (values: readonly string[]) => [{ name: 'region', default: 'r-1', values }];
const servers = [
  {
    network: 'facade',
    url: 'http://127.0.0.1:{port}',
    description: '',
    variables: [{ name: 'port', default: '1', values: [] }],
  },
  {
    network: 'public',
    url: 'https://t.{region}.{zone}.com',
    description: '',
    variables: [...region(['r-1', 'r-2']), { name: 'zone', default: 'z', values: [] }],
  },
  { network: 'vpc', url: 'https://t-vpc.{region}.com', description: '', variables: region(['r-1']) },
] as const;

const emit = (names: readonly string[]) =>
  new Map(
    generator
      .emit(
        model(
          names.map((name) => operation(name)),
          { servers },
        ),
      )
      .map((file) => [file.path, file.content]),
  );

describe('generator', () => {
  it('emits these files', () => {
    expect([...emit(['PutThing', 'GetThing']).keys()]).toEqual([
      'models.ts',
      'endpoints.ts',
      'operations/putthing.ts',
      'operations/getthing.ts',
      'validated/putthing.ts',
      'validated/getthing.ts',
      'client.ts',
      'unvalidated-client.ts',
      'index.ts',
      'unvalidated.ts',
    ]);
  });

  it('takes hosts and regions from the servers, the façade left out', () => {
    const file = emit(['X']).get('endpoints.ts');
    expect(file).toContain(`export type Region = 'r-1' | 'r-2';`);
    expect(file).toContain(
      `  ['public', 'https://t.{region}.z.com', 'r-1', 'r-2'],
  ['vpc', 'https://t-vpc.{region}.com', 'r-1'],`,
    );
  });

  it('gives the client a method for each operation', () => {
    const file = emit(['PutThing', 'GetThing']).get('client.ts');
    expect(file).toContain('export class Client extends Runtime.Connection {');
    expect(file).toContain(
      'putThing(request: PutThingRequest, options?: Runtime.CallOptions): Promise<PutThingResult> {',
    );
    expect(file).toContain('return getThingCall(this, request, options);');
    expect(file).toContain(`from './validated/getthing.ts'`);
  });

  it.each(['unvalidated-client.ts', 'unvalidated.ts'])('%s reaches nothing that validates', (path) => {
    expect(emit(['PutThing']).get(path)).not.toMatch(/validated\/|@swas\/validator/);
  });

  it('exports the same from both entries', () => {
    const files = emit(['PutThing']);
    const names = (path: string) => files.get(path)!.match(/\{[^}]*\}/g);
    expect(names('unvalidated.ts')).toEqual(names('index.ts'));
  });

  it('keeps its own functions apart from operations of the same name', () => {
    const file = emit(['CreateConnection']).get('index.ts')!;
    expect(file.match(/createConnection\b/g)).toHaveLength(1);
  });

  it('gives equal bytes for equal models', () => {
    expect(emit(['A', 'B'])).toEqual(emit(['A', 'B']));
  });
});
