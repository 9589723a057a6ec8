import { codePoints } from './check-support.ts';
import type { Finding } from './check.ts';
import { parameterFacts } from './facts.ts';
import type { OperationFacts } from './facts.ts';
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

/** An issue that keeps the finding and computes everything else when it is asked for. */
export class RequestIssue implements Issue {
  private readonly facts: OperationFacts;
  /** Holds no token, since whoever dumps an issue sees it. A `#private` name would take longer to set than the check takes. */
  private readonly finding: Finding;

  constructor(facts: OperationFacts, finding: Finding) {
    this.facts = facts;
    this.finding = finding[0][0] === facts.token ? withoutValue(finding) : finding;
  }

  get message(): string {
    return sentence(this, this.facts.sentences);
  }

  get path(): Issue['path'] {
    return this.finding[0];
  }

  get pointer(): string {
    return pointer(this.path);
  }

  get jsonPointer(): string | undefined {
    const decoder = parameterFacts(this.facts, this.path[0])?.decoder;
    return decoder?.json === true ? pointer(this.path.slice(1)) : undefined;
  }

  get parameter(): string | undefined {
    return this.path.length === 0 ? undefined : String(this.path[0]);
  }

  get code(): Issue['code'] {
    return this.finding[1];
  }

  get limit(): unknown {
    return this.code === 'additionalProperties' ? undefined : this.finding[2];
  }

  get actual(): unknown {
    const [, code, , value, meant] = this.finding;
    return meant ?? (this.parameter === this.facts.token ? value : measure(code, value));
  }

  get suggestion(): string | undefined {
    const [path, code, limit, value, meant] = this.finding;
    if (meant !== undefined) return String(path.at(-1));
    if (code === 'additionalProperties') return suggest(path.at(-1), limit);
    return code === 'enum' ? suggest(value, limit) : undefined;
  }

  get documentation(): string | undefined {
    return parameterFacts(this.facts, this.path[0])?.documentation ?? this.facts.documentation;
  }

  get serverCode(): string | undefined {
    const parameter = parameterFacts(this.facts, this.path[0]);
    if (parameter === undefined) return undefined;
    const isMissing = this.code === 'required' && this.path.length === 1;
    if (isMissing) return this.facts.missingCode?.replace('{Parameter}', () => String(this.path[0]));
    return parameter.invalidCode ?? this.facts.invalidCode;
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

/** A finding about a token, with what may be known of the token in its place: a type or a length. */
function withoutValue([path, code, limit, value, meant]: Finding): Finding {
  const measured = measure(code, value);
  return [path, code, limit, measured === value ? undefined : measured, meant];
}

/** What a rule compares: a type, a length, a count or the value. */
function measure(code: Issue['code'], value: unknown): unknown {
  if (code === 'type') return typeName(value);
  if (typeof value === 'string' && code.endsWith('Length')) return codePoints(value);
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  return value;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
