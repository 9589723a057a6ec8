import type { ApiModel } from '@swas/generator-model';
import { expect, test } from 'vitest';
import { optionFlags, settingsOf } from '../src/settings.ts';

const model = { product: 'swas-open' } as ApiModel;

test('a python package is named after the product', () => {
  expect(settingsOf('python', model).options).toEqual({
    hideGenerationTimestamp: 'true',
    packageName: 'swas_open_client',
    projectName: 'swas-open-client',
  });
});

test.for(['go', 'constructor', '__proto__'])('%s gets the general settings', (language) => {
  expect(settingsOf(language, model).options).toEqual({ hideGenerationTimestamp: 'true' });
});

test('a value cannot add an option of its own', () => {
  expect(optionFlags({ packageName: 'a,library=b' })).toContain(String.raw`packageName=a\,library=b`);
});
