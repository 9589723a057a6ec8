import { MOCK_CREDENTIALS } from '../../src/state/mock-state.ts';
import type { Call, Reply } from '../other-server/choices.ts';
import type { FaultyServers } from './faulty-servers.ts';

const when = (test: (reply: Reply, call: Call) => boolean, change: (reply: Reply, call: Call) => Reply) => ({
  answer: (reply: Reply, call: Call): Reply => (test(reply, call) ? change(reply, call) : reply),
});
const isError = ({ status }: Reply): boolean => status >= 400;
const isSuccess = ({ status }: Reply): boolean => status < 400;
const hasCode =
  (code: string) =>
  ({ body }: Reply): boolean =>
    body['Code'] === code;
const set =
  (name: string, value: (old: unknown) => unknown) =>
  (reply: Reply): Reply => ({ ...reply, body: { ...reply.body, [name]: value(reply.body[name]) } });
const drop =
  (name: string) =>
  (reply: Reply): Reply => ({
    ...reply,
    body: Object.fromEntries(Object.entries(reply.body).filter(([key]) => key !== name)),
  });
const status =
  (value: number) =>
  (reply: Reply): Reply => ({ ...reply, status: value });
const header =
  (name: string, value: string) =>
  (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, [name]: value } });

/** What can go wrong with the form of answers. */
export const answerFaults: FaultyServers = {
  'names an error in an answer of success': [
    when(
      isSuccess,
      set('Code', () => 'InvalidImageId.NotFound'),
    ),
    /./u,
  ],
  'answers in words of its own': [
    when(
      hasCode('InvalidImageId.NotFound'),
      set('Message', () => 'No such image: é.'),
    ),
    /unknownImage/u,
  ],
  'answers every tenth call with a used RequestId': [
    when(
      (_, { count }) => count % 10 === 0,
      set('RequestId', () => 'again'),
    ),
    /./u,
  ],
  'answers every error with the same RequestId': [
    when(
      isError,
      set('RequestId', () => 'error'),
    ),
    /./u,
  ],
  'leaves RequestId out of errors': [when(isError, drop('RequestId')), /./u],
  'leaves RequestId out of refused deletions': [
    when((reply, { action }) => isError(reply) && action === 'DeleteCustomImages', drop('RequestId')),
    /./u,
  ],
  'leaves x-acs-request-id out of errors': [
    { ...when(isError, (reply) => ({ ...reply, headers: { 'x-acs-request-id': '' } })) },
    /./u,
  ],
  'sends another id in the header of errors': [when(isError, header('x-acs-request-id', 'other')), /./u],
  'sends another id in the header of successes': [when(isSuccess, header('x-acs-request-id', 'other')), /./u],
  'answers a number as Code': [
    when(
      isError,
      set('Code', () => 404),
    ),
    /./u,
  ],
  'answers the status as Code': [
    when(isError, (reply) => set('Code', () => String(reply.status))(reply)),
    /./u,
  ],
  'answers an empty Message': [
    when(
      isError,
      set('Message', () => ''),
    ),
    /./u,
  ],
  'names Code code': [
    when(isError, (reply) => ({
      ...reply,
      body: { RequestId: reply.body['RequestId'], code: reply.body['Code'], message: reply.body['Message'] },
    })),
    /./u,
  ],
  'wraps errors in an object': [when(isError, (reply) => ({ ...reply, body: { Error: reply.body } })), /./u],
  'leaves the full stop of a message out': [
    when(
      isError,
      set('Message', (text) => String(text).replace(/\.$/u, '')),
    ),
    /sharedImageCannotBeDeleted/u,
  ],
  'answers errors as text': [when(isError, header('content-type', 'text/plain')), /./u],
  'answers successes as HTML': [when(isSuccess, header('content-type', 'text/html')), /./u],
  'answers without content type': [when(isError, header('content-type', '')), /./u],
  'answers a mismatch with 409': [
    when(hasCode('IdempotentParameterMismatch'), status(409)),
    /tokenCannotServe/u,
  ],
  'answers a mismatch with another code': [
    when(
      hasCode('IdempotentParameterMismatch'),
      set('Code', () => 'InvalidParameter'),
    ),
    /tokenCannotServe/u,
  ],
  'answers 202 to a deletion': [
    when((reply, { action }) => isSuccess(reply) && action === 'DeleteCustomImages', status(202)),
    /deleteImage|severalImages/u,
  ],
  'answers 201 to unsharing': [
    when((reply, { query }) => isSuccess(reply) && query.get('Operation') === 'UnShare', status(201)),
    /unshare/iu,
  ],
  'answers 400 to an unknown image': [when(hasCode('InvalidImageId.NotFound'), status(400)), /unknownImage/u],
  'answers 403 to a shared image': [
    when(hasCode('CustomImageInShare'), status(403)),
    /sharedImageCannotBeDeleted/u,
  ],
  'answers 200 with an error': [when(isError, status(200)), /./u],
  'answers 500 to missing parameters': [
    when((reply) => String(reply.body['Code']).startsWith('Missing'), status(500)),
    /required/u,
  ],
  'answers 500 to wrong parameters': [
    when(hasCode('InvalidParameter'), status(500)),
    /json|maxItems|ClientToken/u,
  ],
  'writes Code in lower case': [
    when(
      isError,
      set('Code', (text) => String(text).toLowerCase()),
    ),
    /./u,
  ],
  'answers ImageNotFound': [
    when(
      hasCode('InvalidImageId.NotFound'),
      set('Code', () => 'ImageNotFound'),
    ),
    /unknownImage/u,
  ],
  'answers an unknown image on sharing with another code': [
    when(
      (reply, { action }) => hasCode('InvalidImageId.NotFound')(reply) && action !== 'DeleteCustomImages',
      set('Code', () => 'NotFound'),
    ),
    /unknownImageCannotBe/u,
  ],
  'answers the code of the other error': [
    when(
      hasCode('CustomImageInShare'),
      set('Code', () => 'InvalidImageId.NotFound'),
    ),
    /sharedImageCannotBeDeleted/u,
  ],
  'writes JSON into a JSON text': [{ write: (body) => JSON.stringify(JSON.stringify(body)) }, /./u],
  'answers XML': [
    { write: (body) => `<Response><RequestId>${String(body['RequestId'])}</RequestId></Response>` },
    /./u,
  ],
  'answers nothing': [{ write: () => '' }, /./u],
  'names Code twice': [
    { write: (body) => JSON.stringify(body).replace(/"Code":/u, '"Code":"Unknown","Code":') },
    /./u,
  ],
  'writes another text than UTF-8': [
    { write: (body) => Buffer.from(JSON.stringify({ ...body, Note: 'ü' }), 'latin1') },
    /./u,
  ],
  'begins with a byte order mark': [{ write: (body) => `\uFEFF${JSON.stringify(body)}` }, /./u],
  'says that its text is UTF-16': [
    when(isError, header('content-type', 'application/json;charset=utf-16')),
    /./u,
  ],
  'says that its text is compressed': [when(isSuccess, header('content-encoding', 'gzip')), /./u],
  'tells the secret of the key in errors': [
    when(
      isError,
      set('Detail', () => MOCK_CREDENTIALS.accessKeySecret),
    ),
    /./u,
  ],
  'tells the secret of the key in a header': [
    when(isSuccess, header('x-debug', MOCK_CREDENTIALS.accessKeySecret)),
    /./u,
  ],
};
