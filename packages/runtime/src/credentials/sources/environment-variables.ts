import type { Source } from '../chain-context.ts';
import { variable } from '../chain-context.ts';
import { holdCredentials } from '../held-credentials.ts';
import { Refusal, refuseInvalid } from '../refusal.ts';

const idName = 'ALIBABA_CLOUD_ACCESS_KEY_ID';
const secretName = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET';
const tokenName = 'ALIBABA_CLOUD_SECURITY_TOKEN';
const place = `environment variables ${idName}, ${secretName}`;

/** A key in the environment, with its token where one is set. */
export const environmentVariables: Source = async (context) => {
  const missing = [idName, secretName].filter((name) => !variable(context, name));
  if (missing.length > 0) throw new Refusal(place, `${missing.join(' and ')} not set`);
  const given = {
    accessKeyId: variable(context, idName),
    accessKeySecret: variable(context, secretName),
    securityToken: variable(context, tokenName),
  };
  return refuseInvalid(place, () => holdCredentials(given, 'as set'));
};
