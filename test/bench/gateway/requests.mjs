import { createHash, createHmac, randomUUID } from 'node:crypto';

const images = Array.from({ length: 48 }, (_, index) => `m-mock${String(index + 1).padStart(4, '0')}`);
const emptyHash = createHash('sha256').update('').digest('hex');

/** Valid calls that share and unshare the gateway's default images in turn: each changes the state. */
function query(index) {
  const operation = Math.floor(index / images.length) % 2 === 0 ? 'Share' : 'UnShare';
  return `ImageId=${images[index % images.length]}&Operation=${operation}&RegionId=cn-hangzhou`;
}

/** An endless row of unsigned façade calls. */
export function unsignedRequests(port) {
  let index = 0;
  return () =>
    `POST /ModifyImageShareStatus?${query(index++)} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-length: 0\r\n\r\n`;
}

/** Calls of the real wire, each signed with a nonce of its own; made beforehand, so that signing is not measured. */
export function signedRequests(port, count) {
  const ready = Array.from({ length: count }, (_, index) => signedRequest(port, query(index)));
  return () => ready.pop() ?? signedRequest(port, query(0));
}

function signedRequest(port, text) {
  const headers = {
    host: `127.0.0.1:${port}`,
    'x-acs-action': 'ModifyImageShareStatus',
    'x-acs-content-sha256': emptyHash,
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID().replaceAll('-', ''),
    'x-acs-version': '2020-06-01',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const names = Object.keys(headers).join(';');
  const canonical = `POST\n/\n${text}\n${lines.join('')}\n${names}\n${emptyHash}`;
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', 'testsecret').update(toSign).digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${names},Signature=${signature}`;
  const sent = Object.entries({ ...headers, authorization }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /?${text} HTTP/1.1\r\n${sent.join('')}content-length: 0\r\n\r\n`;
}
