import * as exported from '@swas/validator';
import type { RequestValidator } from './requests/check-request.ts';

/** Validators of the generated package by export name, which is the operation's `methodName`. */
export const ownValidators: Readonly<Record<string, RequestValidator>> = Object.fromEntries(
  Object.entries(exported as Readonly<Record<string, unknown>>).filter(isValidatorEntry),
);

function isValidatorEntry(entry: [string, unknown]): entry is [string, RequestValidator] {
  const [, value] = entry;
  return typeof value === 'object' && value !== null && 'fromQuery' in value;
}
