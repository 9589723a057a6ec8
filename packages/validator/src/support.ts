/** What the emitted validators are made of. */
export { createValidator } from './create-validator.ts';
export { boolean, comma, either, json, literals, number } from './decoders.ts';
export { flat, flatReader } from './flat.ts';
export type { Validator } from './validator.ts';
