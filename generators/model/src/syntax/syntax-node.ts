/** A text, number, truth value or null, as YAML 1.2 reads it. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** Offset of its first character in the file, in UTF-16 code units. */
  readonly start: number;
  readonly value: unknown;
  /** As it stands in the file, without quotes; absent where nothing stands. */
  readonly source?: string;
}

/** One key of a mapping. Neither key nor value is there where the file leaves it out. */
export interface Entry {
  readonly key: SyntaxNode | undefined;
  readonly value: SyntaxNode | undefined;
}

/** A mapping, its keys in the file's order, repeated ones included. */
export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: readonly Entry[];
}

/** A list. */
export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly items: readonly (SyntaxNode | undefined)[];
}

/** What an alias stands for, or why it stands for nothing. */
export type AliasTarget = SyntaxNode | 'unknown' | 'circular';

/** `*name` */
export interface AliasNode {
  readonly kind: 'alias';
  readonly start: number;
  readonly name: string;
  readonly target: AliasTarget;
}

/** A node of a YAML or JSON file with its place. */
export type SyntaxNode = ScalarNode | MapNode | ListNode | AliasNode;
