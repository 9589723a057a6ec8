import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('runs where code generation from strings is disallowed', () => {
  const program = `
    import { deleteCustomImages } from '@swas/validator';
    import { modifyImageShareStatus } from '@swas/validator/is';
    import { deleteCustomImages as source } from '@swas/validator/json-schema';
    const result = deleteCustomImages.fromQuery('RegionId=cn-hangzhou&ImageIds=["m-1",1]');
    const schema = source['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
    console.log(JSON.stringify([result.issues[0].message, modifyImageShareStatus({}), schema.required]));`;
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', program];
  const output = execFileSync(process.execPath, flags, { cwd: import.meta.dirname, encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([
    'ImageIds[1] must be a string, not a number.',
    false,
    ['RegionId', 'ImageIds'],
  ]);
});
