import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModel } from '@swas/generator-model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareModels, diffSpecs, type Change } from '../src/index.ts';

const spec = fileURLToPath(new URL('../../../spec', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'swas-spec-diff-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Edit = (text: string) => string;

const replace =
  (search: string | RegExp, replacement: string): Edit =>
  (text) =>
    text.replaceAll(search, replacement);

/** Our own spec, and beside it a copy with edits; each of them must have changed something. */
function copies(name: string, edits: readonly Edit[]): readonly [string, string] {
  const paths = ['before', 'after'].map((part) => join(folder, name, part));
  for (const path of paths) {
    mkdirSync(path, { recursive: true });
    // The lint configuration comes along, as it does in a repository.
    for (const file of ['openapi.yaml', 'redocly.yaml']) cpSync(join(spec, file), join(path, file));
  }
  const [before = '', after = ''] = paths.map((path) => join(path, 'openapi.yaml'));
  for (const edit of edits) {
    const text = readFileSync(after, 'utf8');
    const edited = edit(text);
    expect(edited).not.toBe(text);
    writeFileSync(after, edited);
  }
  return [before, after];
}

const breaks = (changes: readonly Change[]): string =>
  changes
    .filter(({ impact }) => impact === 'breaking')
    .map(({ place, message }) => `${place} ${message}\n`)
    .join('');

/** What plain OpenAPI says: the engine's part. */
const plainEdits: readonly (readonly [string, Edit, string])[] = [
  [
    'an operation removed',
    replace(/(^ {2}\/|operationId: )ModifyImageShareStatus/gm, '$1ShareImage'),
    'ModifyImageShareStatus',
  ],
  ['a limit lowered inside of a JSON text', replace('maxItems: 15', 'maxItems: 10'), "from '15' to '10'"],
  ['a length lowered', replace('maxLength: 64', 'maxLength: 32'), "from '64' to '32'"],
  ['a parameter made required', replace('required: false', 'required: true'), 'became required'],
  ['a result no longer promised', replace('required: [RequestId]', 'required: []'), 'no longer required'],
  [
    'a type changed',
    replace('type: string\n          example: cn-hangzhou', 'type: integer\n          example: 1'),
    "from 'string' to 'integer'",
  ],
];

describe('what plain OpenAPI says', () => {
  let found: string;
  beforeAll(() => {
    found = breaks(
      diffSpecs(
        ...copies(
          'plain',
          plainEdits.map(([, edit]) => edit),
        ),
      ),
    );
  }, 30_000);
  test.for(plainEdits)('%s breaks callers', ([, , text]) => {
    expect(found).toContain(text);
  });

  test('an enum value removed breaks callers', () => {
    const withoutValue = [replace('[Share, UnShare]', '[Share]'), replace(/\n +UnShare: Stop.*/g, '')];
    expect(breaks(diffSpecs(...copies('enum', withoutValue)))).toContain("lost values: 'UnShare'");
  });
});

describe('what the extensions say', () => {
  test.for([
    [
      'an error code renamed',
      replace('- code: CustomImageInShare', '- code: Other'),
      'CustomImageInShare is no',
    ],
    [
      'another version',
      replace("x-acs-version: '2020-06-01'", "x-acs-version: '2021-01-01'"),
      'x-acs-version',
    ],
    ['a region removed', replace('          - us-west-1\n', ''), "no longer has 'us-west-1'"],
    ['a token without effect', replace(/\n +x-acs-idempotency-parameter: .*/g, ''), 'ClientToken no longer'],
    ['another RAM action', replace('action: swas-open:Modify', 'action: swas-open:Share'), 'policies'],
    ['another code for bad values', replace(/\n *x-acs-invalid-code: .*/g, ''), 'no longer answers'],
    [
      'another serialization',
      replace(
        /schema:\n +type: string\n +contentMediaType: .*\n +contentSchema:\n/g,
        'x-acs-style: flat\n          schema:\n',
      ),
      'Sent as json before, as flat now',
    ],
  ] as const)('%s breaks callers', ([name, edit, text]) => {
    const [before, after] = copies(name, [edit]);
    expect(breaks(compareModels(loadModel(before), loadModel(after)))).toContain(text);
  });
});

test('edits that break nobody are told, and not blamed', () => {
  const edits = [
    replace('Id of the image.', 'Which image.'),
    replace('maxItems: 15', 'maxItems: 20'),
    replace('          - us-west-1\n', '          - us-west-1\n          - us-west-2\n'),
    replace('The specified ImageId does not exist.', 'There is no such image.'),
  ];
  const changes = diffSpecs(...copies('compatible', edits));
  const told = changes.map(({ message }) => message).join('\n');
  expect(breaks(changes)).toBe('');
  expect(told).toMatch(/description.*\n(?:.*\n)*.*'us-west-2'.*\n(?:.*\n)*.*message of InvalidImageId/);
});
