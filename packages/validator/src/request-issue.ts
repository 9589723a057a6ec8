import { parameterFacts } from './facts.ts';
import type { OperationFacts, ParameterFacts } from './facts.ts';
import type { Issue } from './issue.ts';
import { suggest } from './suggest.ts';
import { sentence } from './words.ts';

const members = [
  'message',
  'path',
  'pointer',
  'jsonPointer',
  'parameter',
  'code',
  'limit',
  'actual',
  'suggestion',
  'documentation',
  'serverCode',
] as const;

/** An issue that keeps what the check found and computes everything else when it is asked for. */
export class RequestIssue implements Issue {
  private readonly facts: OperationFacts;
  readonly path: Issue['path'];
  readonly code: Issue['code'];
  readonly limit: unknown;
  actual: unknown;

  constructor(
    facts: OperationFacts,
    path: Issue['path'],
    code: Issue['code'],
    limit: unknown,
    actual: unknown,
  ) {
    this.facts = facts;
    this.path = path;
    this.code = code;
    this.limit = limit;
    this.actual = actual;
  }

  get message(): string {
    return sentence(this, this.facts.sentences);
  }

  get pointer(): string {
    return pointer(this.path);
  }

  get jsonPointer(): string | undefined {
    return this.parameterFacts?.decoder?.json === true ? pointer(this.path.slice(1)) : undefined;
  }

  get parameter(): string | undefined {
    return this.path[0] as string | undefined;
  }

  get suggestion(): string | undefined {
    const { path, code, limit, actual } = this;
    const name = path.at(-1) as string | undefined;
    if (code === 'required') return actual === undefined ? undefined : name;
    const text = code === 'enum' ? actual : code === 'additionalProperties' ? name : undefined;
    return suggest(text, limit ?? Object.keys(this.facts.parameters));
  }

  get documentation(): string | undefined {
    return this.parameterFacts?.documentation ?? this.facts.documentation;
  }

  get serverCode(): string | undefined {
    const { facts, parameterFacts: parameter, path } = this;
    if (parameter === undefined) return undefined;
    const isMissing = this.code === 'required' && path.length === 1;
    if (isMissing) return facts.missingCode?.replace('{Parameter}', () => String(path[0]));
    return parameter.invalidCode ?? facts.invalidCode;
  }

  private get parameterFacts(): ParameterFacts | undefined {
    return parameterFacts(this.facts, this.parameter);
  }

  /** Every member as plain data, for logs and answers. */
  toJSON(): Issue {
    return Object.fromEntries(members.map((name) => [name, this[name]])) as unknown as Issue;
  }

  /** What `console.log` shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): Issue {
    return this.toJSON();
  }
}

function pointer(path: Issue['path']): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
