/** Characters on a line of code, as the workspace's formatter is set. */
export const lineWidth = 110;

/** Whether a line is not too long. */
export const fits = (line: string): boolean => line.length <= lineWidth;

/**
 * What the formatter may print in another way: single quotes inside texts, numbers with an exponent, and a key that is quoted for a reason
 * that it does not share.
 */
const doubtful = /\\'|(?:^|[ ([])-?\d[\d.]*[eE]|'__proto__'|[^ -~'][^']*'\??:/;

/** Characters of double width, or of none. */
const uneven = /[^ -~]/g;

/** Whether it is uncertain that a line fits: its characters may have another width than one each. */
function isUneven(line: string): boolean {
  if (line.length < lineWidth / 2 || line.length > lineWidth * 2) return false;
  const amount = line.match(uneven)?.length ?? 0;
  return line.length + amount > lineWidth && line.length - amount <= lineWidth;
}

/**
 * What is known of a text while it is printed. Printers lay out text as the formatter does, and say so where they may fail to: such a file
 * is formatted as a whole.
 */
export class Page {
  #isFormatted = true;

  /** Whether the formatter would leave the text as it is. */
  get isFormatted(): boolean {
    return this.#isFormatted;
  }

  /** Notes that what was printed may not be as the formatter prints it. */
  doubt(): void {
    this.#isFormatted = false;
  }

  /** Notes the same of code that holds what the formatter may change. */
  check(code: string): string {
    if (this.#isFormatted && doubtful.test(code)) this.#isFormatted = false;
    return this.checkWidth(code);
  }

  /** Notes the same of a line of which it is uncertain whether it fits. What it consists of is still to be checked. */
  checkWidth(line: string): string {
    if (this.#isFormatted && isUneven(line)) this.#isFormatted = false;
    return line;
  }
}

/**
 * Prints a list of names or the like behind the start of its line, with brackets: on one line, or on one for each item.
 * @param brackets such as `{ ` and ` }`.
 */
export function layOutList(
  page: Page,
  start: string,
  items: readonly string[],
  brackets: readonly [string, string],
  end: string,
): string {
  const [open, close] = brackets;
  const line = page.check(`${start}${open}${items.join(', ')}${close}${end}`);
  if (fits(line) || items.length === 0) return line;
  const indent = start.slice(0, start.length - start.trimStart().length);
  const lines = items.map((item) => {
    const text = `${indent}  ${item},\n`;
    // It may have a place to break at.
    if (!fits(text)) page.doubt();
    return text;
  });
  const [first, last] = [`${start}${open.trimEnd()}`, `${indent}${close.trimStart()}${end}`];
  if (!fits(first) || !fits(last)) page.doubt();
  return `${first}\n${lines.join('')}${last}`;
}
