/** Small changes of a value: what a careless comparison would not notice. */
import type { Change } from '../contract-case.ts';

const swapCase = (text: string): string =>
  text.replaceAll(/[a-z]/giu, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );

const otherCharacter = (character: string): string => (character === 'x' ? 'y' : 'x');

function changed(value: string, change: Change): string {
  switch (change) {
    case 'letter-case':
      return swapCase(value);
    case 'upper-case':
      return value.toUpperCase();
    case 'first-character':
      return otherCharacter(value.charAt(0)) + value.slice(1);
    case 'last-character':
      return value.slice(0, -1) + otherCharacter(value.charAt(value.length - 1));
    case 'shortened':
      return value.slice(0, -1);
    case 'lengthened':
      return `${value}0`;
    case 'space-before':
      return ` ${value}`;
    case 'space-after':
      return `${value} `;
  }
}

/** The value with the change; never the value itself, which would examine nothing. */
export function vary(value: string, change: Change): string {
  const result = changed(value, change);
  return result === value ? changed(value, 'last-character') : result;
}
