import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { camelCase, kebabCase, pascalCase } from '../src/index.ts';
import { load } from './support/load.ts';
import { answerSpec, namesSpec } from './support/spec-text.ts';

const named = (...names: string[]): readonly (readonly string[])[] =>
  load(namesSpec(names)).operations.map(({ methodName, typeName, fileName }) => [
    methodName,
    typeName,
    fileName,
  ]);

describe('names of operations', () => {
  it.each([
    ['DeleteCustomImages', 'deleteCustomImages', 'DeleteCustomImages', 'delete-custom-images'],
    ['ECSShare', 'ecsShare', 'ECSShare', 'ecs-share'],
    ['AssumeRoleWithOIDC', 'assumeRoleWithOIDC', 'AssumeRoleWithOIDC', 'assume-role-with-oidc'],
    ['describe-image.v2', 'describeImageV2', 'DescribeImageV2', 'describe-image-v2'],
    ['2024Report', 'api2024Report', 'Api2024Report', 'api2024-report'],
    ['Delete', 'deleteOperation', 'Delete', 'delete'],
    ['constructor', 'constructorOperation', 'Constructor', 'constructor'],
    ['__proto__', 'proto', 'Proto', 'proto'],
    ['Then', 'thenOperation', 'Then', 'then'],
    ['Index', 'index', 'Index', 'index-operation'],
    ['Error', 'error', 'ErrorSchema', 'error'],
    ['~.~', 'api', 'Api', 'api'],
  ])('%s', (name, ...wanted) => {
    expect(named(name)).toEqual([wanted]);
  });

  it('get a number where two would be the same on a file system that ignores case', () => {
    expect(named('GetVpc', 'GetVPC', 'get_vpc')).toEqual([
      ['getVpc', 'GetVpc', 'get-vpc'],
      ['getVPC2', 'GetVPC2', 'get-vpc-operation'],
      ['getVpcOperation2', 'GetVpcSchema', 'get-vpc-operation2'],
    ]);
  });

  it('leave the guard of an operation its name, whichever of the two comes first', () => {
    expect(named('IsFooError', 'Foo')).toEqual([
      ['isFooError', 'IsFooError', 'is-foo-error'],
      ['foo', 'Foo2', 'foo'],
    ]);
  });

  it('leave the names free that are derived from another operation', () => {
    const [first, second] = named('Foo', 'FooRequest').map(([, typeName = '']) => typeName);
    expect(first).toBe('Foo');
    expect([second, `${second}Request`]).not.toContain('FooRequest');
  });

  it('are valid identifiers and unique, whatever the wire names', () => {
    const wireName = fc.stringMatching(/^[A-Za-z0-9_$@.~-]{1,12}$/);
    const property = fc.property(fc.uniqueArray(wireName, { minLength: 1, maxLength: 8 }), (names) => {
      const all = named(...names);
      for (const [method = '', type = '', file = ''] of all) {
        expect(method).toMatch(/^[a-z][A-Za-z0-9]*$/);
        expect(() => new Function(`const ${method} = 1; class ${type} {}`)).not.toThrow();
        expect(file).toMatch(/^[a-z0-9-]+$/);
      }
      for (const column of [0, 1, 2]) {
        expect(new Set(all.map((row) => row[column]?.toLowerCase())).size).toBe(names.length);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });
});

describe('names of schemas', () => {
  it('stay clear of what operations and the emitted code are called', () => {
    const schemas = [
      'ActRequest',
      'ActResult',
      'ActError',
      'Error',
      'Promise',
      'a-b',
      'aB',
      '7up',
      '数据',
      '__proto__',
    ];
    const text = schemas.map((name) => `'${name}': { type: string }`).join('\n');
    const members = schemas.map((name) => `{ $ref: '#/components/schemas/${name}' }`).join(', ');
    const model = load(answerSpec(`anyOf: [${members}]`, text));
    expect(model.schemas.map(({ name, typeName }) => [name, typeName])).toEqual([
      ['ActRequest', 'ActRequestSchema'],
      ['ActResult', 'ActResultSchema'],
      ['ActError', 'ActErrorSchema'],
      ['Error', 'ErrorSchema'],
      ['Promise', 'PromiseSchema'],
      ['a-b', 'AB'],
      ['aB', 'ABSchema'],
      ['7up', 'Api7up'],
      ['数据', 'Api'],
      ['__proto__', 'Proto'],
    ]);
  });
});

describe('cases', () => {
  it.each([
    ['DescribeHTTPSListener', 'DescribeHTTPSListener', 'describeHTTPSListener', 'describe-https-listener'],
    ['OIDC-Token.v2', 'OIDCTokenV2', 'oidcTokenV2', 'oidc-token-v2'],
    ['a', 'A', 'a', 'a'],
  ])('%s', (name, pascal, camel, kebab) => {
    expect([pascalCase(name), camelCase(name), kebabCase(name)]).toEqual([pascal, camel, kebab]);
  });
});
