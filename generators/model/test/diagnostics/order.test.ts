import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorOf, writeFolder } from '../support/load.ts';
import { head, responses } from '../support/spec-text.ts';

/** The title is read after the operations, a schema after what refers to it, and the second column before the first. */
const spec = `${head.replace('openapi: 3.1.0', 'openapi: 3.1.0\ntags: 1\nwebhooks: {}')}x-pages: [1]
components:
  schemas:
    A: { type: object, properties: { a: { not: {} } } }
paths:
  /Act:
    post:
      x-acs-effect: raed
      operationId: Act
      deprecated: maybe
      parameters:
        - { name: 1, in: qurey }
        - { name: P, in: query, schema: { $ref: 'b.yaml' }, required: maybe }
        - { name: Q, in: query, style: form, explode: false, schema: { $ref: '#/components/schemas/A' } }
      ${responses}
`;

it('reports faults by file, line and column', () => {
  const folder = writeFolder({ 'openapi.yaml': spec, 'b.yaml': 'type: strnig\nminLength: x\n' });
  const error = errorOf(join(folder, 'openapi.yaml'));
  const places = error.diagnostics.map(({ file, line, column }) => [file.replace(/^.*\//, ''), line, column]);
  expect(places.length).toBeGreaterThan(8);
  expect(new Set(places.map(([file]) => file))).toEqual(new Set(['b.yaml', 'openapi.yaml']));
  const sortable = places.map(([file, ...rest]) =>
    [file, ...rest.map((each) => String(each).padStart(4, '0'))].join(),
  );
  expect(sortable).toEqual(sortable.toSorted());
  // The text for people has the same order.
  const named = [...error.message.matchAll(/([\w.]+):(\d+):(\d+): /g)].map(([, file, line, column]) => [
    file,
    Number(line),
    Number(column),
  ]);
  expect(named).toEqual(places);
});
