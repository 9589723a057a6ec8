import { hash } from 'node:crypto';

const blockSize = 64;
const digestSize = 32;
/** A string to sign has 81 bytes: room for it, so that no call needs a buffer of its own. */
const room = 192;

/**
 * HMAC-SHA256 with one key (RFC 2104), written out over one-shot hashes: the stream object that `createHmac` makes for
 * each call cost a quarter of verifying a request. The hashes answer text, which costs half of a buffer.
 */
export class HmacSha256 {
  readonly #inner = Buffer.alloc(blockSize + room, 0x36);
  readonly #outer = Buffer.alloc(blockSize + digestSize, 0x5c);

  constructor(secret: string) {
    const bytes = Buffer.from(secret);
    const key = bytes.length > blockSize ? hash('sha256', bytes, 'buffer') : bytes;
    for (const [index, byte] of key.entries()) {
      this.#inner[index] = byte ^ 0x36;
      this.#outer[index] = byte ^ 0x5c;
    }
  }

  /** The digest of a text in UTF-8, as lower-case hexadecimal digits. */
  digest(text: string): string {
    // A character of this encoding is one byte, so the text is the digest itself.
    this.#outer.write(hash('sha256', this.#innerBlocks(text), 'binary'), blockSize, 'binary');
    return hash('sha256', this.#outer, 'hex');
  }

  #innerBlocks(text: string): Buffer {
    // A character takes up to three bytes.
    if (text.length * 3 > room && Buffer.byteLength(text) > room) {
      return Buffer.concat([this.#inner.subarray(0, blockSize), Buffer.from(text)]);
    }
    return this.#inner.subarray(0, blockSize + this.#inner.write(text, blockSize));
  }
}
