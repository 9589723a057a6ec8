import { Refusal } from '../refusal.ts';
import type { Refusals } from '../refusals.ts';
import type { Fault } from './fault.ts';

/** A family of faults that take a value: `latency=200`. */
export interface ParametricFault {
  /** How it is written, as help shows it. */
  readonly form: string;
  readonly breaks: string;
  /** The fault of a text, or undefined when the text is of another form. */
  readonly parse: (text: string) => Fault | undefined;
}

/** Longest wait that can be asked for, in milliseconds: a header of anyone's request may ask. */
const maxLatency = 60_000;

function numeric(
  name: string,
  unit: string,
  breaks: string,
  build: (value: number) => Omit<Fault, 'name' | 'breaks'>,
): ParametricFault {
  const form = new RegExp(`^${name}=(-?\\d{1,9})$`);
  const parse = (text: string): Fault | undefined => {
    const value = form.exec(text)?.[1];
    return value === undefined ? undefined : { name: text, breaks, ...build(Number(value)) };
  };
  return { form: `${name}=${unit}`, breaks, parse };
}

/** Troubles of networks and servers, whatever the API. */
export const parametricFaults: readonly ParametricFault[] = [
  numeric('latency', 'MILLISECONDS', 'answers late', (value) => ({
    reply: (reply) => ({ ...reply, delay: Math.min(Math.max(0, value), maxLatency) }),
  })),
  numeric(
    'throttle',
    'MILLISECONDS',
    'throttles, and says in x-acs-retry-after when to come again',
    (value) => ({
      refuse: (refusals) => throttled(refusals, Math.max(0, value)),
    }),
  ),
  numeric('status', 'HTTP-STATUS', 'answers every call with this 5xx status', (value) => ({
    refuse: (refusals) => serverError(refusals, value >= 500 && value <= 599 ? value : 500),
  })),
  numeric('clock-skew', 'SECONDS', 'checks dates by a clock that is this far ahead', (value) => ({
    clockOffset: value * 1000,
  })),
];

/** Both generations of throttling headers: current SDKs read the first, older ones the second. */
function throttled(refusals: Refusals, milliseconds: number): Refusal {
  const { status, code, message } = refusals.gateway('throttled');
  return new Refusal(status, code, message, {
    'x-acs-retry-after': String(milliseconds),
    'x-ratelimit-user-api': `Limit:1,Remain:0,TimeLeft:${milliseconds},Reset:${milliseconds}`,
  });
}

/** The documented texts, under whichever status was asked for. */
function serverError(refusals: Refusals, status: number): Refusal {
  const { code, message } = refusals.gateway(status === 503 ? 'service-unavailable' : 'internal-error');
  return new Refusal(status, code, message);
}
