import { expect, it } from 'vitest';
import { Connection, type EndpointTemplate } from '../src/index.ts';

const keys = { accessKeyId: 'id', accessKeySecret: 'secret' };
const templates: EndpointTemplate[] = [
  ['public', 'https://swas.{region}.example.com', 'r-1', 'r-2'],
  ['vpc', 'https://swas-vpc.{region}.example.com', 'r-1'],
];
const originOf = (options: object) => {
  const connection = new Connection({ credentials: keys, ...options }, templates);
  return connection[Symbol.toStringTag];
};

it.each([
  [{ region: 'r-2' }, 'https://swas.r-2.example.com'],
  [{ region: 'r-1', network: 'vpc' }, 'https://swas-vpc.r-1.example.com'],
  [{ region: 'nowhere', endpoint: 'host.example' }, 'https://host.example'],
  [{ endpoint: 'http://127.0.0.1:8080' }, 'http://127.0.0.1:8080'],
  [{ endpoint: 'http://127.0.0.1:80/' }, 'http://127.0.0.1'],
  [{ endpoint: 'HOST:443' }, 'https://host'],
  [{ endpoint: 'http://[::1]:99' }, 'http://[::1]:99'],
])('%j is called at %s', (options, origin) => {
  expect(originOf(options)).toBe(origin);
});

it.each([{ region: 'r-9' }, { region: 'r-2', network: 'vpc' }, {}, { region: 'evil.com/' }])(
  '%j has no endpoint',
  (options) => {
    expect(() => originOf(options)).toThrow(RangeError);
    expect(() => originOf(options)).toThrow(/r-1/);
  },
);

it.each([
  'ftp://host',
  'https://host/path',
  'https://host?x=1',
  'https://user:pass@host',
  'https://host#f',
  '',
  ':',
  'a b',
])('the endpoint %j is refused', (endpoint) => {
  expect(() => originOf({ endpoint })).toThrow(TypeError);
  expect(() => originOf({ endpoint })).not.toThrow(/pass/);
});
