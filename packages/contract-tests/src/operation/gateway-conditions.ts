/** Which requests meet the conditions of the gateway, which only seem to, and how each is said. */
import type { Tampering } from '../contract-case.ts';

/** What is unusual about a request, and in words. */
export type Told = readonly [tamper: Tampering, text: string];

type ByCondition = Readonly<Record<string, readonly Told[]>>;

const UNSIGNED: Told = ['unsigned', 'no signature'];
const OTHER_METHOD: Told = ['other-method', 'a method that is not the declared one'];

/** By condition, every way to meet it: each is refused. */
export const MEETING: ByCondition = {
  'signature-mismatch': [
    ['wrong-last-digit', 'a signature of which only the last digit is wrong'],
    ['changed-value', 'a value changed after signing'],
    ['changed-after-signing', 'an empty parameter added after signing'],
  ],
  'missing-signature': [
    UNSIGNED,
    ['empty-signature', 'an empty signature'],
    ['unsigned-action', 'a signature that leaves the action out'],
  ],
  'invalid-signature-method': [['other-algorithm', 'an algorithm that there is not']],
  'content-hash-mismatch': [['other-body', 'a body that is not the signed one']],
  'unknown-access-key': [['unknown-access-key', 'an access key that nobody has']],
  'nonce-used': [['repeated-nonce', 'a nonce that was used before']],
  'missing-nonce': [['no-nonce', 'no nonce']],
  'timestamp-expired': [
    ['old-date', 'a date 20 minutes ago'],
    ['future-date', 'a date in 20 minutes'],
  ],
  'missing-timestamp': [['no-date', 'no date']],
  'invalid-timestamp': [['malformed-date', 'a date that is none']],
  'missing-action': [['no-action', 'no action']],
  'unknown-action': [['unknown-action', 'an action that does not exist']],
  'missing-version': [['no-version', 'no version']],
  'unknown-version': [['unknown-version', 'a version that does not exist']],
  'unsupported-method': [OTHER_METHOD, ['put-method', 'a method that no operation has']],
};

/** What each operation may have forgotten, however well the gateway works for the others. */
export const EVERYWHERE: ByCondition = {
  'signature-mismatch': [['wrong-secret', 'a signature made with another secret']],
  'missing-signature': [UNSIGNED],
  'unsupported-method': [OTHER_METHOD],
};

/** By condition, what does not meet it though a careless check may think so: each is accepted. */
export const RESEMBLING: ByCondition = {
  'signature-mismatch': [['other-order', 'its parameters in another order than they were signed in']],
  'timestamp-expired': [['earlier-date', 'a date ten minutes ago']],
};
