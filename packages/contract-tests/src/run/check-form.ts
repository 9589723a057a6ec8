/** Rules that hold for every answer: its text, content type, body, RequestId. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { LEVELS, type AnswerShape, type Catalogue, type Level } from '../contract-case.ts';
import { member, type Answer } from './read-answer.ts';
import { checkError } from './check-error.ts';
import { checkWire } from './check-wire.ts';
import { commonProblem as problem, type Problem } from './record.ts';

const REQUEST_ID_HEADER = 'x-acs-request-id';

/** What every refusal of the gateway in front of the operations holds at least. */
export const GATEWAY_BODY = { RequestId: 'text', HostId: 'text', Code: 'text', Message: 'text' };

/** Compiles the documented bodies once and checks answers against them. */
export class FormCheck {
  readonly #catalogue: Catalogue;
  readonly #level: Level;
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  readonly #compiled = new Map<AnswerShape, ValidateFunction>();
  /** RequestIds of the run, with the call that each came with. */
  readonly #seen = new Map<string, string>();
  /** Whether the server sends the RequestId as a header, too: then it has to do so always. */
  #sendsHeader: boolean;

  constructor(catalogue: Catalogue, level: Level) {
    this.#catalogue = catalogue;
    this.#level = level;
    // No page demands the header; it is known from the gateway's other products.
    this.#sendsHeader = level === 'gateway';
  }

  /**
   * What is wrong with the form of an answer.
   *
   * @param repetition key of the call when a repetition of it may be answered with the first answer, RequestId included.
   * @param fromGateway whether the request could be refused before the operation saw it
   */
  check(
    action: string,
    answer: Answer,
    repetition: string | undefined,
    fromGateway = false,
  ): readonly Problem[] {
    // HTTP lets such an answer carry nothing that could be checked.
    if (answer.status === 204) return [];
    const outside = [...checkWire(answer), ...this.#contentType(answer)];
    // What cannot be read says nothing of its members.
    if (answer.body === undefined) return [...outside, problem('body', 'expected a JSON body')];
    const shape = this.#shapeOf(action, answer.status);
    return [
      ...outside,
      ...checkError(action, answer, this.#catalogue),
      ...this.#body(shape, answer, fromGateway),
      ...this.#requestId(shape, answer, repetition),
    ];
  }

  #shapeOf(action: string, status: number): AnswerShape | undefined {
    const ofAction = this.#catalogue.answers.filter((shape) => shape.action === action);
    const range = `${String(status).charAt(0)}XX`;
    return [String(status), range, 'default'].flatMap(
      (key) => ofAction.find((shape) => shape.status === key) ?? [],
    )[0];
  }

  #contentType({ contentType }: Answer): readonly Problem[] {
    if (contentType === 'application/json') return [];
    return [problem('content-type', `expected application/json, got ${contentType || 'no content type'}`)];
  }

  #body(shape: AnswerShape | undefined, answer: Answer, fromGateway: boolean): readonly Problem[] {
    if (shape?.schema === undefined) return [];
    // A body that only a far page documents is checked only by a run that goes as far.
    if (LEVELS.indexOf(shape.level) > LEVELS.indexOf(this.#level)) return [];
    const validate = this.#validatorOf(shape);
    // The gateway knows no form that one operation alone gives its errors.
    if (fromGateway && answer.status >= 400 && !validate(GATEWAY_BODY)) return [];
    if (validate(answer.body)) return [];
    const texts = (validate.errors ?? [])
      .slice(0, 3)
      .map((error) => `${error.instancePath || 'it'} ${error.message}`);
    return [problem('body', `the body differs from its schema: ${texts.join('; ')}`)];
  }

  #validatorOf(shape: AnswerShape): ValidateFunction {
    const known = this.#compiled.get(shape);
    if (known !== undefined) return known;
    const schema = { ...(shape.schema as object), $defs: this.#catalogue.definitions };
    const compiled = this.#ajv.compile(schema);
    this.#compiled.set(shape, compiled);
    return compiled;
  }

  /** Whether the documented body may hold no member besides its own, and has none for the RequestId. */
  #hasNoPlace(shape: AnswerShape | undefined, { body }: Answer): boolean {
    if (shape?.schema === undefined || typeof body !== 'object') return false;
    const validate = this.#validatorOf(shape);
    return validate(body) && !validate({ ...body, RequestId: 'text' });
  }

  #requestId(
    shape: AnswerShape | undefined,
    answer: Answer,
    repetition: string | undefined,
  ): readonly Problem[] {
    const id = member(answer, 'RequestId');
    const header = answer.headers[REQUEST_ID_HEADER];
    if (id === undefined && this.#hasNoPlace(shape, answer)) return [];
    if (typeof id !== 'string' || id === '') {
      return [
        problem('request-id', `expected RequestId to be a text, got ${JSON.stringify(id) ?? 'nothing'}`),
      ];
    }
    this.#sendsHeader ||= header !== undefined;
    if (header === undefined && this.#sendsHeader && shape?.headers.includes(REQUEST_ID_HEADER) === true) {
      return [problem('request-id', `expected the header ${REQUEST_ID_HEADER}`)];
    }
    if (header !== undefined && header !== id) {
      return [
        problem(
          'request-id',
          `expected ${REQUEST_ID_HEADER} to equal RequestId, got ${JSON.stringify(header)}`,
        ),
      ];
    }
    const earlier = this.#seen.get(id);
    this.#seen.set(id, repetition ?? '');
    const allowed = earlier === undefined || (earlier !== '' && earlier === repetition);
    return allowed ? [] : [problem('request-id', 'expected a new RequestId, got one of an earlier answer')];
  }
}
