/** `12,345`, `0.0123`, `–` where there is nothing: three significant digits, integers whole. */
export function formatNumber(value, round = Math.round) {
  if (value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return threeDigits(value, round).toLocaleString('en-US', { maximumSignificantDigits: 3 });
}

function threeDigits(value, round) {
  if (value === 0 || !Number.isFinite(value)) return value;
  const digits = 2 - Math.floor(Math.log10(Math.abs(value)));
  // As a power of ten read from text, since 10 ** -5 is not exact and could carry a rounded value past the next digit.
  const scaled = Number(`${value}e${digits}`);
  return Number(`${round(Number.isNaN(scaled) ? value * 10 ** digits : scaled)}e${-digits}`);
}

/** How figures of a row are rounded where others read them: never in our favour. */
export function rounding({ higherIsBetter }) {
  return higherIsBetter
    ? { ours: Math.floor, ratio: Math.floor, peer: Math.ceil }
    : { ours: Math.ceil, ratio: Math.ceil, peer: Math.floor };
}
