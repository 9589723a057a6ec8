import type { Place } from './check.ts';
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
export interface RequestIssue extends Issue {
  /** A misspelt name that stands where this one is missing is found last. */
  actual: unknown;
}

type RequestIssueClass = new (
  facts: OperationFacts,
  place: Place,
  code: Issue['code'],
  limit: unknown,
  actual: unknown,
  index: number | undefined,
) => RequestIssue;

let made: RequestIssueClass | undefined;

/**
 * The class of issues, made at the first one: an import does not pay for it, and since a method that an expression names
 * counts as a side effect, bundlers could not leave it out of programs that do not validate.
 */
export function requestIssueClass(): RequestIssueClass {
  return (made ??= class implements RequestIssue {
    // Declared, not defined: to define a field and then to set it costs twice the time.
    declare readonly facts: OperationFacts;
    declare readonly place: Place;
    declare readonly code: Issue['code'];
    declare readonly limit: unknown;
    declare actual: unknown;
    declare readonly index: number | undefined;

    constructor(
      facts: OperationFacts,
      place: Place,
      code: Issue['code'],
      limit: unknown,
      actual: unknown,
      index: number | undefined,
    ) {
      this.facts = facts;
      this.place = place;
      this.code = code;
      this.limit = limit;
      this.actual = actual;
      this.index = index;
    }

    get path(): Issue['path'] {
      return [this.place, this.index ?? []].flat();
    }

    get message(): string {
      return sentence(this, this.facts.sentences);
    }

    get pointer(): string {
      return pointer(this.path);
    }

    get jsonPointer(): string | undefined {
      return this.parameterFacts.json && pointer(this.path.slice(1));
    }

    get parameter(): string | undefined {
      return this.path[0] as string | undefined;
    }

    get suggestion(): string | undefined {
      const { path, code, limit, actual } = this;
      const name = path.at(-1) as string;
      if (code === 'required') return (actual as string | undefined) && name;
      return suggest(
        code === 'enum' ? actual : code === 'additionalProperties' && name,
        limit ?? Object.keys(this.facts.parameters),
      );
    }

    get documentation(): string | undefined {
      return this.parameterFacts.page ?? this.facts.page;
    }

    get serverCode(): string | undefined {
      return this.parameterFacts[this.code === 'required' && this.path.length === 1 ? 'missing' : 'invalid'];
    }

    get parameterFacts(): ParameterFacts {
      return this.facts.parameters[this.parameter!] ?? {};
    }

    /** Every member as plain data, for logs and answers. */
    toJSON(): Issue {
      return Object.fromEntries(members.map((name) => [name, this[name]])) as unknown as Issue;
    }

    /** What `console.log` shows in Node. */
    [Symbol.for('nodejs.util.inspect.custom')](): Issue {
      return this.toJSON();
    }
  });
}

function pointer(path: Issue['path']): string {
  return path.map((key) => '/' + String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('');
}
