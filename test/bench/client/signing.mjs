import { createHash, createHmac } from 'node:crypto';
import { signRequest } from '@swas/runtime';
import { interleaved } from './statistics.mjs';

const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const query = [
  ['RegionId', 'cn-hangzhou'],
  ['ImageId', 'm-2zehv38jjmwva1ee0000'],
  ['Operation', 'Share'],
  ['ClientToken', '123e4567-e89b-12d3-a456-426655440000'],
];
const headers = { 'x-acs-action': 'ModifyImageShareStatus', 'x-acs-version': '2020-06-01' };
const unsigned = {
  method: 'POST',
  origin: 'https://swas.cn-hangzhou.aliyuncs.com',
  query,
  headers,
  credentials,
};

/** Microseconds per signature, and for the two hashes and one HMAC of it alone. */
export async function measureSigning({ signatures, rounds }) {
  const { canonicalRequest, stringToSign } = await signRequest(unsigned);
  const bare = () => {
    createHash('sha256').update('').digest('hex');
    createHash('sha256').update(canonicalRequest).digest('hex');
    createHmac('sha256', credentials.accessKeySecret).update(stringToSign).digest('hex');
  };
  const contest = {
    ours: () => time(() => signRequest(unsigned), signatures),
    bare: () => time(bare, signatures),
  };
  await interleaved(contest, 2);
  return interleaved(contest, rounds);
}

async function time(work, count) {
  const start = performance.now();
  for (let done = 0; done < count; done++) await work();
  return ((performance.now() - start) * 1000) / count;
}
