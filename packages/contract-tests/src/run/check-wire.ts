/** Rules on how an answer's text goes over the wire, which a lenient reader would not notice. */
import type { Answer } from './read-answer.ts';
import { repeatedName } from './repeated-name.ts';
import { commonProblem, type Problem } from './record.ts';

/** JSON is UTF-8; another label does no harm while every character is the same in both. */
function misleads(charset: string, text: string): boolean {
  try {
    return new TextDecoder(charset).decode(Buffer.from(text)) !== text;
  } catch {
    // A name that nobody knows.
    return true;
  }
}

function charsetProblem({ headers, text }: Answer): readonly Problem[] {
  const [, charset] = /charset\s*=\s*"?([^\s";]*)/iu.exec(headers['content-type'] ?? '') ?? [];
  return charset === undefined || !misleads(charset, text)
    ? []
    : [commonProblem('content-type', `the body is not written in the charset that it names, ${charset}`)];
}

function encodingProblem({ headers }: Answer): readonly Problem[] {
  const encoding = headers['content-encoding']?.trim() ?? '';
  return encoding === '' || encoding.toLowerCase() === 'identity'
    ? []
    : [commonProblem('body', `the body is sent as ${encoding}, though only plain bodies were asked for`)];
}

function textProblems({ text, body }: Answer): readonly Problem[] {
  const name = body === undefined ? undefined : repeatedName(text);
  return [
    // No request of the suite holds the character that stands for what is no UTF-8.
    ...(text.includes('\uFFFD') ? [commonProblem('body', 'the body is not UTF-8')] : []),
    ...(name === undefined
      ? []
      : [
          commonProblem(
            'body',
            `the body names ${JSON.stringify(name)} twice, and readers differ in which counts`,
          ),
        ]),
  ];
}

const secretProblem = ({ leaks }: Answer): readonly Problem[] =>
  leaks ? [commonProblem('secret', "the answer tells the access key's secret, shown here as [secret]")] : [];

/** What is wrong with an answer before it is asked what it says. */
export const checkWire = (answer: Answer): readonly Problem[] => [
  ...secretProblem(answer),
  ...charsetProblem(answer),
  ...encodingProblem(answer),
  ...textProblems(answer),
];
