/** What the emitted validators are made of. */
export { createValidate } from './create-validate.ts';
export { createValidator } from './create-validator.ts';
export { boolean, comma, either, json, literals, number } from './decoders.ts';
export type { OperationFacts } from './facts.ts';
export { flat } from './flat.ts';
export type { Validate, Validator } from './validator.ts';
