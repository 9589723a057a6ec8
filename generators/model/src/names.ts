import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

/** Words that cannot name a function, and names that would hide what emitted code itself uses. */
const reservedMethodNames = new Set(
  (
    'arguments await break case catch class const continue createClient debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield constructor prototype then toString valueOf ' +
    'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString ' +
    // What client and validator export beside the operations.
    'createConnection defaultChain endpoints fetchTransport httpTransport models problemDetails resolveCredentials ' +
    // What the validator of an operation imports into its file.
    'boolean check comma createValidate createValidator either flat is json literals number sentences'
  ).split(' '),
);

/** Global types that emitted code refers to. */
const reservedTypeNames = new Set(
  (
    'Array ArrayBuffer Boolean Client Date Error Function JSON Map Math Number Object Partial Pick Promise Proxy Readonly ReadonlyArray ' +
    'Record Reflect RegExp Request Response Set String Symbol TypeError URL URLSearchParams Uint8Array ' +
    // What client and validator export or import beside the types of operations, which end in these words.
    'AbortError CallError ConnectionError CredentialsError RequestError ResponseError ServiceError TimeoutError TransportError ' +
    'TransportRequest ValidationError Connection Region OperationFacts Validate Validator'
  ).split(' '),
);

const oneWord = /^(?:[A-Z]?[a-z0-9]+|[A-Z]+)$/;

/** Splits a wire name into words: at anything outside A–Z, a–z, 0–9 and where lower case meets upper case. */
function words(name: string): readonly string[] {
  if (oneWord.test(name)) return [name];
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `OIDC-Token.v2` → `OIDCTokenV2`. Letter case inside a word stays, so that `AssumeRoleWithOIDC` keeps its spelling. */
export function pascalCase(name: string): string {
  const joined = words(name).map(capitalize).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `Api${joined}`;
}

/** `DeleteCustomImages` → `deleteCustomImages`; a leading acronym is lowered whole: `ECSShare` → `ecsShare`. */
export function camelCase(name: string): string {
  return camelOf(words(pascalCase(name)));
}

function camelOf([first = '', ...rest]: readonly string[]): string {
  return first.toLowerCase() + rest.map(capitalize).join('');
}

/** `DeleteCustomImages` → `delete-custom-images`. */
export function kebabCase(name: string): string {
  return kebabOf(words(pascalCase(name)));
}

const kebabOf = (parts: readonly string[]): string => parts.join('-').toLowerCase();

const noCompanions = (): readonly string[] => [];

/** Hands out names once each; a name that is taken gets the next free number. Comparison ignores letter case, as file systems may. */
export class NameRegistry {
  readonly #taken = new Set<string>();
  /** By name, the number from which the search for a free one goes on: names are never given back. */
  readonly #tried = new Map<string, number>();
  readonly #suffix: string;
  readonly #below: NameRegistry | undefined;

  /** @param below a registry whose names are taken here too; it is not changed. */
  constructor(reserved: Iterable<string>, suffix: string, below?: NameRegistry) {
    for (const name of reserved) this.#taken.add(name);
    this.#suffix = suffix;
    this.#below = below;
  }

  /**
   * @param companions what else emitted code derives from the name: all of it must be free too.
   * @param fits whether what is derived from the name for another registry is free there.
   */
  take(
    wanted: string,
    companions: (name: string) => readonly string[] = noCompanions,
    fits: (name: string) => boolean = () => true,
  ): string {
    const start = this.#has(wanted) ? wanted + this.#suffix : wanted;
    // What is free of one kind of companions may not be free of another.
    const kind = `${start} ${companions.name}`;
    let count = this.#tried.get(kind) ?? 1;
    let name = count === 1 ? start : `${start}${count}`;
    let all = [name, ...companions(name)];
    while (!this.isFree(all) || !fits(name)) {
      count += 1;
      name = `${start}${count}`;
      all = [name, ...companions(name)];
    }
    if (count > 1) this.#tried.set(kind, count);
    for (const taken of all) this.#taken.add(taken).add(taken.toLowerCase());
    return name;
  }

  /** Whether none of the names was handed out. */
  isFree(names: readonly string[]): boolean {
    return names.every((name) => !this.#has(name) && !this.#has(name.toLowerCase()));
  }

  #has(name: string): boolean {
    return this.#taken.has(name) || (this.#below !== undefined && this.#below.#has(name));
  }
}

/** The registries of one model. */
export interface Names {
  readonly methods: NameRegistry;
  readonly types: NameRegistry;
  readonly files: NameRegistry;
}

/** Names of devices, which Windows opens instead of a file, whatever its extension. */
const deviceNames = ['con', 'prn', 'aux', 'nul'].concat(
  Array.from({ length: 10 }, (_, number) => [`com${number}`, `lpt${number}`]).flat(),
);

/** Longest file name without what generators append, in characters: file systems take 255 bytes, Windows 260 for a whole path. */
const longestFileName = 100;

/** Fresh registries that know the reserved words. File names that the generators use themselves are taken. */
export function createNames(): Names {
  return {
    methods: new NameRegistry(reservedMethodNames, 'Operation'),
    types: new NameRegistry(reservedTypeNames, 'Schema'),
    files: new NameRegistry(
      ['index', 'client', 'models', 'endpoints', 'catalogue', 'workflows', ...deviceNames],
      '-operation',
    ),
  };
}

const fileNameOf = (parts: readonly string[]): string =>
  kebabOf(parts).slice(0, longestFileName).replace(/-$/, '');

/** The types that generators name after an operation. */
const operationTypes = (name: string): string[] =>
  ['Request', 'Result', 'ErrorCode', 'Error'].map((suffix) => name + suffix);

/** What client and validator put beside an operation's method. */
const operationMethods = (name: string): string[] => [`${name}Operation`];

const guard = (typeName: string): string => `is${typeName}Error`;

/** What emitted code calls an operation. */
export interface OperationNames {
  readonly methodName: string;
  readonly typeName: string;
  readonly fileName: string;
}

/** Names an operation once in each registry. */
export function nameOperation(names: Names, name: string): OperationNames {
  const pascal = pascalCase(name);
  const parts = words(pascal);
  const methodName = names.methods.take(camelOf(parts), operationMethods);
  // The guard of its errors stands beside the functions, where an operation `IsFooError` may have been named before `Foo`.
  const typeName = names.types.take(pascal, operationTypes, (type) => names.methods.isFree([guard(type)]));
  names.methods.take(guard(typeName));
  return { methodName, typeName, fileName: names.files.take(fileNameOf(parts)) };
}

/** Reports a name that cannot stand on the wire or in a header. */
export function checkWireName(reader: Reader, node: SpecNode, what: string, name: string): boolean {
  // An action travels in a header and a URL path, a parameter in a query: printable ASCII without separators.
  if (/^[A-Za-z0-9_$@.~-]{1,200}$/.test(name)) return true;
  reader.report(
    node.location,
    `${what} is \`${name.slice(0, 80)}\``,
    '1 to 200 letters, digits, `_`, `-`, `.`, `$`, `@` or `~`',
    'use the name that stands on the wire',
  );
  return false;
}
