/** Turns the text of one parameter into its value. Returns the text itself when it cannot: the check then refuses it. */
export interface Decoder {
  readonly text: (text: string) => unknown;
  /** A text that stands for a value, for people who sent one that is no JSON. */
  readonly example?: string;
}

/** Text longer than this is not parsed, unless the specification sets another limit. */
const longestJson = 1_000_000;

/** A number in JSON's notation. */
export const number: Decoder = {
  text: (text) => (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text),
};

/** `true` or `false`. */
export const boolean: Decoder = {
  text: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};

/** JSON text in one value, such as the example. Undefined for any other text, which no JSON text stands for. */
/* @__NO_SIDE_EFFECTS__ */
export function json(example: string, maxLength = longestJson): Decoder {
  return { example, text: (text) => (text.length > maxLength ? undefined : parse(text)) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Items joined by commas. An empty text is an empty list. */
/* @__NO_SIDE_EFFECTS__ */
export function comma(item?: Decoder): Decoder {
  const decode = item?.text ?? String;
  return { text: (text) => (text === '' ? [] : text.split(',').map((part) => decode(part))) };
}

/** Scalars of which some are not text: the one that reads the same. */
/* @__NO_SIDE_EFFECTS__ */
export function literals(values: readonly (string | number | boolean)[]): Decoder {
  return { text: (text) => values.find((value) => String(value) === text) ?? text };
}

/** The first decoder that makes something of the text. */
/* @__NO_SIDE_EFFECTS__ */
export function either(...decoders: readonly Decoder[]): Decoder {
  return {
    text: (text) =>
      decoders.map((decoder) => decoder.text(text)).find((value) => typeof value !== 'string') ?? text,
  };
}
