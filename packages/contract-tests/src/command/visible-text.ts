/** Characters that move a terminal's cursor, colour it or turn the direction of a text, and lone carriage returns. */
const steering = /(?!\n)[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with such characters written out: answers of a server and titles of a spec are shown, and steer nothing. */
export const visibleText = (text: string): string =>
  text.replaceAll(
    steering,
    (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''}`,
  );
