/** A text with everything that the quick reader knows. */
export const sample = `# A comment above.
openapi: 3.1.0
info: { title: 'It''s', version: "2020\\u0041", list: [a, 1, -2.5e3, true, ~, [], {}] }
x-empty:
servers:
- url: https://a.{region}.example.com/b?c=d#e
  variables: { region: { default: cn-hangzhou, enum: [cn-hangzhou, 'b'] } } # trailing
'quoted key': "quoted value"
"other": 'it''s'
200: ok
paths:
  /A:
    post:
      description: |
        Several lines:

          indented - further
        # no comment
      summary: >-
        folded into
        one

        and another
      plain: this goes on
        over lines

        with a gap
      below:
        text on its own line
      flow:
        {
          "name": [ 1,
            2 ], # with a comment
          other: { a: b:c, d: 'e' },
        }
      numbers: [0x1F, 0o17, 017, 1_000, 1e3, .5, 1., -.inf, .NaN, +1, 12e03]
      words: [yes, no, Null, TRUE, false, 2020-01-01, 12:30:45, '', "~"]
    # between
    get:
      - - nested: a
          more: b
        - c
      -
        d: e
      - |-
        block in a list
last: é – “x” 😀
`;
