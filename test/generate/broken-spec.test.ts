import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generate } from '../support/commands.ts';
import { readAll } from '../support/standalone.ts';
import { copySpec, root } from '../support/workspace.ts';

const broken: readonly [fault: string, search: RegExp | string, replacement: string, expected: RegExp][] = [
  ['bad YAML', 'paths:', 'paths: [', /openapi\.yaml:\d+:\d+: /],
  [
    'an unknown $ref',
    '#/components/schemas/Error',
    '#/components/schemas/Eror',
    /openapi\.yaml:\d+:\d+: `\$ref` points at nothing: #\/components\/schemas\/Eror/,
  ],
  [
    'a repeated operationId',
    'operationId: ModifyImageShareStatus',
    'operationId: DeleteCustomImages',
    /openapi\.yaml:\d+:\d+: .*DeleteCustomImages/,
  ],
  [
    'an unsupported keyword',
    /^( *)maxItems: 15/m,
    '$1maxItems: 15\n$1contains: {}',
    /openapi\.yaml:\d+:\d+: `contains` is not supported/,
  ],
  [
    'a misspelt x-acs-style',
    'x-acs-server-variable: region',
    'x-acs-stlye: flat',
    /did you mean `x-acs-style`/,
  ],
];

describe('a broken spec', () => {
  test.for(broken)(
    '%s gives a message with its place, exit code 2, and changes no generated file',
    async ([, search, replacement, expected]) => {
      const spec = copySpec();
      const text = readFileSync(spec, 'utf8');
      const edited = text.replace(search, replacement);
      expect(edited).not.toBe(text);
      writeFileSync(spec, edited);
      const before = readAll(join(root, 'packages/client/src/generated'));
      const finished = await generate('--spec', spec);
      expect(finished.stderr).toMatch(expected);
      expect(finished.stderr).toContain('to mend it:');
      expect(finished.exitCode).toBe(2);
      expect(readAll(join(root, 'packages/client/src/generated'))).toBe(before);
    },
  );
});
