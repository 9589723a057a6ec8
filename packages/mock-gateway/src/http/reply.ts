import type { JsonObject } from '../catalogue.ts';

/** A complete answer, ready to be written. */
export interface Reply {
  readonly status: number;
  /** The body as data; {@link text} wins when it is set. */
  readonly body: JsonObject;
  /** Text sent instead of the body, with {@link contentType}. */
  readonly text?: string;
  readonly contentType?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Name of the XML root element, when XML was asked for. */
  readonly xmlRoot?: string;
  /** Milliseconds to wait before the first byte. */
  readonly delay?: number;
  /** `reset`: the connection is reset instead; `truncated`: it is closed after half of the body. */
  readonly delivery?: 'whole' | 'reset' | 'truncated';
}
