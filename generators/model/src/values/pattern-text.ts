/** Texts that a pattern describes, read off the pattern itself: enough for what specs usually say, and at no cost to speak of. */

/** One character as a pattern says it: an escape, a class, a dot, or itself. */
const single =
  /\\[pP]\{[^}]*\}|\\x[\da-fA-F]{2}|\\u\{[\da-fA-F]+\}|\\u[\da-fA-F]{4}|\\[^\dkbBcpPux]|\[(?:\\.|[^\]\\])*\]|[^\\^$*+?()[\]{}|]/uy;

const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy;

/** Tried in this order where a pattern leaves the choice. */
const choices =
  'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.~ !"#$%&\'()*+,/:;<=>?@[\\]^`{|}';

/** More repetitions are nothing that a request should carry. */
const mostRepetitions = 1000;

/** Thrown for what is not understood here. */
class NotUnderstood extends Error {}

function characterOf(atom: string): string {
  const alone = new RegExp(`^(?:${atom})$`, 'u');
  const found = [...choices].find((character) => alone.test(character)) ?? atom;
  if (!alone.test(found)) throw new NotUnderstood(atom);
  return found;
}

/** Goes through a pattern once. Every open repetition takes what it may of the extra ones, until none is left. */
class PatternWalk {
  readonly #pattern: string;
  #extra: number;
  #at = 0;

  constructor(pattern: string, extra: number) {
    this.#pattern = pattern;
    this.#extra = extra;
  }

  text(): string {
    const text = this.#alternatives();
    if (this.#at < this.#pattern.length) throw new NotUnderstood(this.#pattern);
    return text;
  }

  #next(part: string): boolean {
    const isNext = this.#pattern.startsWith(part, this.#at);
    if (isNext) this.#at += part.length;
    return isNext;
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#pattern) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  /** The first alternative will do. */
  #alternatives(): string {
    const text = this.#sequence();
    while (this.#next('|')) this.#sequence();
    return text;
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern.charAt(this.#at))) {
      text += this.#next('^') || this.#next('$') ? '' : this.#repeated();
    }
    return text;
  }

  #repeated(): string {
    const once = this.#group() ?? this.#character();
    const [least, most] = this.#limits();
    const extra = Math.min(this.#extra, most - least);
    this.#extra -= extra;
    if (least > mostRepetitions) throw new NotUnderstood(this.#pattern);
    return once.repeat(least + extra);
  }

  #group(): string | undefined {
    if (!this.#next('(')) return undefined;
    if (!this.#next('?:') && this.#pattern.charAt(this.#at) === '?') throw new NotUnderstood(this.#pattern);
    const text = this.#alternatives();
    if (!this.#next(')')) throw new NotUnderstood(this.#pattern);
    return text;
  }

  #character(): string {
    const atom = this.#match(single);
    if (atom === undefined) throw new NotUnderstood(this.#pattern);
    return characterOf(atom[0]);
  }

  #limits(): readonly [least: number, most: number] {
    const found = this.#match(quantifier);
    if (found === undefined) return [1, 1];
    const [, sign, least = '', comma, most = ''] = found;
    if (sign !== undefined) return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Infinity];
    return [Number(least), comma === '' ? Number(least) : most === '' ? Infinity : Number(most)];
  }
}

/** A text with so many repetitions more than the fewest that the pattern allows; `undefined` for a pattern that is not understood. */
export function patternText(pattern: string, extra: number): string | undefined {
  try {
    return new PatternWalk(pattern, extra).text();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}
