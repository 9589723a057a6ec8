import { dirname, resolve } from 'node:path';
import {
  DiagnosticError,
  formatDiagnostic,
  sorted,
  type Diagnostic,
  type Fault,
  type Location,
} from './diagnostics.ts';
import type { Target } from './references.ts';
import type { KeySet } from './key-set.ts';
import { loadDocument, type SpecDocument } from './spec-document.ts';
import { SpecNode } from './spec-node.ts';
import { suggest } from './suggest.ts';
import { Trace } from './trace.ts';

/** The files that a load has read, by absolute path, for the next one. */
export type DocumentMemory = Map<string, SpecDocument>;

/**
 * Nodes that one load may visit, besides two for each character read, which is several times what a file without aliases needs:
 * aliases that repeat aliases ("YAML bombs") end here instead of filling memory.
 */
const spareNodes = 200_000;
const nodesPerCharacter = 2;

/** Faults printed at most: the rest of a badly broken file is seldom worth reading. */
const maximumDiagnostics = 100;

/** Values named at most in what was expected: a spec may have thousands of operations. */
const maximumValues = 20;

const mergeKeyHint = 'YAML 1.2 has no merge keys: write the fields out, or share them by `$ref`';

/** Longest text of a diagnostic, in characters: what it quotes may be a whole description. */
const maximumText = 1000;

// oxlint-disable-next-line no-control-regex -- these are the characters that must not reach a terminal
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const escapeCharacter = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A diagnostic quotes an untrusted file: nothing in it may steer the terminal or flood it. */
function printable(text: string): string {
  const short = text.length > maximumText ? `${text.slice(0, maximumText)}…` : text;
  return short.replaceAll(unprintable, escapeCharacter);
}

/** The members of a closed list, for people. */
function listed(values: readonly string[]): string {
  const rest = values.length > maximumValues ? `, and ${values.length - maximumValues} more` : '';
  return (
    values
      .slice(0, maximumValues)
      .map((name) => `\`${name}\``)
      .join(', ') + rest || 'nothing is declared'
  );
}

/** What one load shares: the files read, the faults found. */
export class Reader {
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #warnings = new Map<string, Diagnostic>();
  readonly #roots = new Map<string, SpecNode>();
  /** What references stand for, by file and text. */
  readonly targets = new Map<string, Target>();
  /** Lines of what the model names by file and pointer. */
  readonly lines = new Map<string, number>();
  readonly trace = new Trace();
  readonly #documents: DocumentMemory | undefined;
  #folder: string | undefined;
  #faults = 0;
  #nodesAllowed = spareNodes;
  #nodesLeft = spareNodes;

  /** @param documents what a former load has left, and where this one leaves the files that it reads */
  constructor(documents?: DocumentMemory) {
    this.#documents = documents;
  }

  /** Absolute paths of the files read so far. */
  get files(): readonly string[] {
    return [...this.#roots.keys()];
  }

  /** The root node of a file. @throws DiagnosticError when the file cannot be read or parsed. */
  open(path: string): SpecNode {
    const absolute = resolve(path);
    const known = this.#roots.get(absolute);
    if (known !== undefined) return known;
    const document = loadDocument(absolute, this.#documents?.get(absolute));
    this.#documents?.set(absolute, document);
    const root = new SpecNode(this, document, 0);
    this.#folder ??= dirname(document.path);
    this.#roots.set(absolute, root);
    this.#nodesAllowed += nodesPerCharacter * document.length;
    this.#nodesLeft += nodesPerCharacter * document.length;
    this.#reportKeys(document);
    return root;
  }

  /** Keys that no reader sees, wherever they stand. */
  #reportKeys({ tree, locate }: SpecDocument): void {
    for (const { start, key } of tree.faults) {
      if (key === undefined) {
        this.report(locate(start), 'a key is no scalar', 'a text as key', 'write the key as plain text');
      } else {
        const hint = 'remove or rename one of the two';
        this.report(locate(start), `the key \`${key}\` stands twice`, 'each key once', hint);
      }
    }
  }

  /** The folder that holds the spec (the file opened first), links resolved: only files there and below may be read. */
  get folder(): string {
    return this.#folder ?? '';
  }

  /** Whether it may have mattered in which order things were read, and so what was known before. */
  get isInDoubt(): boolean {
    return this.trace.hasRivals || !this.#isSparing;
  }

  /**
   * Whether half of the nodes were enough, had nothing been known from a repetition or from a former load: then all of them are enough
   * for any order in which repetitions are met. To follow each reference once takes less than the other half.
   */
  get #isSparing(): boolean {
    return 2 * this.trace.visits <= this.#nodesAllowed;
  }

  /** The texts of all references that were followed. */
  get references(): readonly string[] {
    return [...this.targets.values()].map(({ ref }) => ref);
  }

  /** Notes where something stands that the model names by file and pointer. */
  addPlace(key: string, { line }: Location, offset: number): void {
    this.lines.set(key, line);
    this.trace.addPlace(key, offset);
  }

  /** How often a fault was met so far: one in a part that others refer to counts each time. */
  get faults(): number {
    return this.#faults;
  }

  /** Notes a fault: once for each place, however often it is read. */
  report(location: Location, message: string, expected: string, hint: string): undefined {
    this.#faults += 1;
    const words = { message: printable(message), expected: printable(expected), hint: printable(hint) };
    const diagnostic = { ...location, ...words };
    this.#diagnostics.set(formatDiagnostic(diagnostic), diagnostic);
    if (this.#diagnostics.size >= maximumDiagnostics) this.finish();
  }

  /** What was found that does not keep the spec from being used. By file, line and column. */
  get warnings(): readonly Diagnostic[] {
    return sorted(this.#warnings.values()).slice(0, maximumDiagnostics);
  }

  /** Notes a fault that does not matter to what is made of the spec: once for each place, however often it is read. */
  warn({ document }: Pick<SpecNode, 'document'>, offset: number, words: Fault): void {
    this.trace.addWarning({ words, offset });
    const [message, expected, hint] = words.map(printable) as [string, string, string];
    const diagnostic = { ...document.locate(offset), message, expected, hint };
    this.#warnings.set(formatDiagnostic(diagnostic), diagnostic);
  }

  /** Reports a value outside a closed list, with the nearest one as the way to mend it. */
  unknownValue(node: SpecNode, what: string, value: string, values: readonly string[]): void {
    const near = suggest(value, values);
    const other = values.length === 0 ? 'declare it first' : 'use one of these';
    const hint = near === undefined ? other : `did you mean \`${near}\`?`;
    this.report(node.location, `${what} is \`${value}\``, listed(values), hint);
  }

  /** Reports every key outside `allowed`; `waysAround` tells how to say known but unsupported ones. Extensions of other tools (`x-…`) pass unless they look like a misspelt one of ours. */
  checkKeys(
    node: SpecNode,
    what: string,
    allowed: KeySet,
    waysAround: Readonly<Record<string, string>> = {},
  ): void {
    for (const given of node.keys(what)) {
      const key = given.name;
      if (allowed.has(key)) continue;
      const near = suggest(key, allowed);
      const foreign = key.startsWith('x-') && !key.startsWith('x-acs-') && near === undefined;
      if (foreign) continue;
      const otherwise =
        near === undefined ? 'remove it, or say the same with a supported one' : `did you mean \`${near}\`?`;
      const own = Object.hasOwn(waysAround, key) ? waysAround[key] : undefined;
      const hint = key === '<<' ? mergeKeyHint : (own ?? otherwise);
      this.report(given.location, `\`${key}\` is not supported in ${what}`, [...allowed].join(', '), hint);
    }
  }

  /** Counts a visit. @throws DiagnosticError past the limit. */
  countNode(node: SpecNode): void {
    this.#nodesLeft -= 1;
    this.trace.addVisits(1);
    if (this.#nodesLeft >= 0) return;
    const expected = 'a spec whose aliases repeat little';
    this.report(node.location, 'the spec expands to too many nodes', expected, 'use fewer YAML aliases');
    this.fail();
  }

  /** Ends the load. @throws DiagnosticError with what was reported. */
  fail(): never {
    throw new DiagnosticError([...this.#diagnostics.values()]);
  }

  /** @throws DiagnosticError when anything was reported. */
  finish(): void {
    if (this.#diagnostics.size > 0) this.fail();
  }
}
