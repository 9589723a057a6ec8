/** Validators of every operation, by its method name. */
export * from './generated/index.ts';
export { problemDetails, type ProblemDetails } from './problem-details.ts';
export { ValidationError } from './validation-error.ts';
export type { Issue, IssueCode } from './issue.ts';
export type { Query, QueryOptions, Result, URLSearchParamsLike, Validator } from './validator.ts';
export type { StandardIssue, StandardResult, StandardSchema } from './standard-schema.ts';
