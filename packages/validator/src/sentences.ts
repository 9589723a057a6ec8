/**
 * What is said about each rule: one constant each, so that a bundle holds those that its operations can break. `{limit}` and
 * `{actual}` are filled in; the part with `{actual}` is left out where the value is not to be shown.
 */
export const required = 'is required';
export const additionalProperties = 'is not a name of this request';
export const type = 'must be {limit}, not {actual}';
export const enumText = 'must be {limit}, not {actual}';
export const constText = 'must be {limit}, not {actual}';
export const minLength = 'must be at least {limit} characters long, not {actual}';
export const maxLength = 'must be at most {limit} characters long, not {actual}';
export const pattern = 'must {limit}';
export const format = 'must be a valid {limit}';
export const minimum = 'must be at least {limit}, not {actual}';
export const maximum = 'must be at most {limit}, not {actual}';
export const exclusiveMinimum = 'must be more than {limit}, not {actual}';
export const exclusiveMaximum = 'must be less than {limit}, not {actual}';
export const multipleOf = 'must be a multiple of {limit}, not {actual}';
export const minItems = 'must have at least {limit} items, not {actual}';
export const maxItems = 'must have at most {limit} items, not {actual}';
export const uniqueItems = 'must not have equal items';
export const minProperties = 'must have at least {limit} names, not {actual}';
export const maxProperties = 'must have at most {limit} names, not {actual}';
export const anyOf = 'has none of the allowed forms';
export const oneOf = 'must have exactly one of the allowed forms';
export const falseSchema = 'is not allowed';
export const size = 'nests deeper than 100 levels or holds more than 100,000 values';
export const unreadable = 'cannot be read';
export const repeated = 'must be given only once';
export const json = 'must be JSON text';
