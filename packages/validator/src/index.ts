export type { Issue, IssueCode } from './issue.ts';
export type { Query, QueryOptions, Result, Validator } from './validator.ts';
export type { StandardIssue, StandardResult, StandardSchema } from './standard-schema.ts';
