import * as fc from 'fast-check';

/** Pieces of YAML that change the meaning of what they are put into. */
export const pieces = fc.constantFrom(
  ...(
    ' |  |    |:|: |- |-|#| # c|"|\'|{|}|[|]|,|, |>|>-|\\|\\n|&a |*a|!t |%|@|`|?|? |~|null|true|0x1F|0o17|017|1e3|.5|1.|.nan|<<: |' +
    '__proto__: |é|\u3000|\u00a0|\u2028|😀|\ud800|\ufeff|\t|\r\n|---|...|a: b|x:|"a":b|{a: }|[a: b]|{a}|[a,,b]|:a|=|yes|12:30|- - '
  )
    .split('|')
    .flatMap((piece) => [piece, `${piece}\n`, `\n${piece}`]),
  '|',
  '|+\n',
  '|2\n',
  '\n\n',
  '\n  ',
);
