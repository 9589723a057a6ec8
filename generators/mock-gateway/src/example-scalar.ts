import { accepts, patternText, type NumberSchema, type StringSchema } from '@swas/generator-model';

/** A text of each format. */
const texts: Readonly<Record<string, string>> = {
  'date-time': '2024-01-01T00:00:00Z',
  date: '2024-01-01',
  time: '00:00:00Z',
  duration: 'PT1H',
  email: 'user@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  uuid: '123e4567-e89b-12d3-a456-426655440000',
  byte: 'dGV4dA==',
};

/** What a pattern may want. Short ones, since a careless pattern takes long with long texts. */
const candidates = [
  'text',
  'Text',
  'a',
  'A',
  '1',
  'a1',
  'm-1',
  'abc-1',
  'cn-hangzhou',
  '2024-01-01',
  '1.0',
  '',
];

/** How many more repetitions than the fewest are tried for a pattern's limits of length. */
const attempts = 64;

/** A text that the schema accepts, as far as one can be found. */
export function exampleText(schema: StringSchema): string {
  const { format, pattern, minLength = 0, maxLength = Infinity } = schema;
  const fitting = (text: string): string => text.padEnd(minLength, 't').slice(0, maxLength);
  const plain = texts[format ?? ''] ?? fitting('text');
  if (pattern === undefined) return plain;
  const fits = (text: string): boolean => accepts(schema, text, (same) => same);
  return [plain, ...candidates.map(fitting)].find(fits) ?? textOf(pattern, fits) ?? plain;
}

/** A text made from the pattern itself. */
function textOf(pattern: string, fits: (text: string) => boolean): string | undefined {
  for (let extra = 0; extra < attempts; extra += 1) {
    const text = patternText(pattern, extra);
    if (text === undefined || fits(text)) return text;
  }
  return undefined;
}

/** A number within its bounds: 1 where that is one, else the one nearest to it. */
export function exampleNumber(schema: NumberSchema): number {
  const { kind, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = multipleOf ?? (kind === 'integer' ? 1 : undefined);
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  if (step === undefined) {
    const isOpen = low === exclusiveMinimum || high === exclusiveMaximum;
    // Between two bounds the middle is within them even where they do not count themselves.
    if (isOpen && Number.isFinite(low) && Number.isFinite(high)) return (low + high) / 2;
    return Math.min(
      Math.max(1, low === exclusiveMinimum ? low + 1 : low),
      high === exclusiveMaximum ? high - 1 : high,
    );
  }
  const first = low === exclusiveMinimum ? Math.floor(low / step) + 1 : Math.ceil(low / step);
  const last = high === exclusiveMaximum ? Math.ceil(high / step) - 1 : Math.floor(high / step);
  return Math.min(Math.max(Math.ceil(1 / step), first), last) * step;
}
