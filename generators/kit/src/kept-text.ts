import { Page } from './page.ts';

/** The text of a thing, for as long as the thing lives. */
export class KeptText {
  #place: string | undefined;
  #text = '';
  #isFormatted = true;

  /** The text at a place, printed anew only where it stands in another one than the last time. */
  at(page: Page, place: string, print: (page: Page) => string): string {
    if (this.#place !== place) {
      const own = new Page();
      this.#text = print(own);
      this.#isFormatted = own.isFormatted;
      this.#place = place;
    }
    if (!this.#isFormatted) page.doubt();
    return this.#text;
  }
}

const texts = new WeakMap<object, KeptText>();

/**
 * Says that data will be printed again, as that of an operation that an edit leaves alone: its text is then kept. It must not change any more.
 * The outermost object of such data is to be given: others are printed with it.
 */
export function keepText<Data extends object>(data: Data): Data {
  if (!texts.has(data)) texts.set(data, new KeptText());
  return data;
}

/** Where the text of data is kept, if it is. */
export const keptText = (data: object): KeptText | undefined => texts.get(data);
