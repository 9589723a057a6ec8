import { dirname, resolve, sep } from 'node:path';
import { DiagnosticError, type Diagnostic, type Location } from './diagnostics.ts';
import { loadDocument, type SpecDocument } from './spec-document.ts';
import { SpecNode } from './spec-node.ts';
import { suggest } from './suggest.ts';

/** Most nodes visited in one load: aliases that repeat aliases ("YAML bombs") end here instead of filling memory. */
const maximumNodes = 20_000_000;

/** Faults printed at most: the rest of a badly broken file is seldom worth reading. */
const maximumDiagnostics = 100;

/** What one load shares: the files read, the faults found. */
export class Reader {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #documents = new Map<string, SpecDocument>();
  readonly #root: string;
  #nodes = 0;

  /** @param rootFile the spec; only files in its folder and below may be read. */
  constructor(rootFile: string) {
    this.#root = dirname(rootFile);
  }

  /** Absolute paths of the files read so far. */
  get files(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** The root node of a file. @throws DiagnosticError when the file cannot be read or parsed. */
  open(path: string): SpecNode {
    const absolute = resolve(path);
    const document = this.#documents.get(absolute) ?? loadDocument(absolute);
    this.#documents.set(absolute, document);
    return new SpecNode(this, document, document.yaml.contents);
  }

  /** Whether a `$ref` may read this file: after links are resolved it lies in the spec's folder. */
  mayRead(document: SpecDocument, rootPath: string): boolean {
    return document.path.startsWith(dirname(rootPath) + sep);
  }

  /** The folder that holds the spec. */
  get root(): string {
    return this.#root;
  }

  report(location: Location, message: string, expected: string, hint: string): undefined {
    this.#diagnostics.push({ ...location, message, expected, hint });
    if (this.#diagnostics.length >= maximumDiagnostics) this.finish();
  }

  /** Reports a value outside a closed list, with the nearest one as the way to mend it. */
  unknownValue(node: SpecNode, what: string, value: string, values: readonly string[]): void {
    const near = suggest(value, values);
    const hint = near === undefined ? 'use one of these' : `did you mean \`${near}\`?`;
    this.report(
      node.location,
      `${what} is \`${value}\``,
      values.map((name) => `\`${name}\``).join(', '),
      hint,
    );
  }

  /** Reports every key outside `allowed`; `waysAround` tells how to say known but unsupported ones. Extensions of other tools (`x-…`) pass unless they look like a misspelt one of ours. */
  checkKeys(
    node: SpecNode,
    what: string,
    allowed: readonly string[],
    waysAround: Readonly<Record<string, string>> = {},
  ): void {
    for (const { key, location } of node.fields(what)) {
      if (allowed.includes(key)) continue;
      const near = suggest(key, allowed);
      const foreign = key.startsWith('x-') && !key.startsWith('x-acs-') && near === undefined;
      if (foreign) continue;
      const otherwise =
        near === undefined ? 'remove it, or say the same with a supported one' : `did you mean \`${near}\`?`;
      const hint = Object.hasOwn(waysAround, key) ? (waysAround[key] ?? otherwise) : otherwise;
      this.report(location, `\`${key}\` is not supported in ${what}`, allowed.join(', '), hint);
    }
  }

  /** Counts a visit. @throws DiagnosticError past the limit. */
  countNode(location: () => Location): void {
    this.#nodes += 1;
    if (this.#nodes <= maximumNodes) return;
    this.report(
      location(),
      'the spec expands to too many nodes',
      `at most ${maximumNodes}`,
      'use fewer YAML aliases',
    );
    this.finish();
  }

  /** @throws DiagnosticError when anything was reported. */
  finish(): void {
    if (this.#diagnostics.length > 0) throw new DiagnosticError(this.#diagnostics);
  }
}
