/**
 * The cases as the generator builds them, with texts that are not printed yet. The emitted package declares what they become for those
 * who use it, and depends on no generator: a test there holds the two together.
 */
import type { JsonValue, Level, Template } from '@swas/generator-model';

export interface CaseSource {
  readonly title: string;
  readonly url: string;
  readonly section: string;
  readonly row?: string;
}

export interface Rule {
  readonly id: string;
  readonly text: string;
  readonly source?: CaseSource;
  readonly level: Level;
}

export type Change =
  | 'letter-case'
  | 'upper-case'
  | 'first-character'
  | 'last-character'
  | 'shortened'
  | 'lengthened'
  | 'space-before'
  | 'space-after';

export type CaseInput =
  | { readonly kind: 'resource'; readonly name: string; readonly resource: string; readonly state: string }
  | { readonly kind: 'variable'; readonly name: string; readonly variable: string; readonly other: boolean }
  | { readonly kind: 'unique'; readonly name: string; readonly length: number; readonly uuid?: true }
  | { readonly kind: 'variant'; readonly name: string; readonly of: string; readonly change: Change };

/** Parameters' wire texts before they are printed. */
export type Query = Readonly<Record<string, Template>>;

export type Expectation =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly code?: string;
      readonly messages?: readonly string[];
      readonly body?: readonly { readonly pointer: string; readonly equals: JsonValue }[];
    }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'any' };

export type Phase = 'setup' | 'act' | 'proof';

export interface CaseStep {
  readonly id: string;
  readonly description: string;
  readonly action: string;
  readonly query: Query;
  readonly expect: Expectation;
  readonly phase: Phase;
}

export interface ContractCase {
  readonly id: string;
  readonly title: string;
  readonly rule: Rule;
  readonly effect: 'none' | 'changes';
  readonly inputs: readonly CaseInput[];
  readonly steps: readonly CaseStep[];
  readonly after: Readonly<Record<string, string>>;
  readonly covers: readonly string[];
}

/** State of a resource after a call whose effect nothing documents. */
export const UNKNOWN_STATE = '?';
