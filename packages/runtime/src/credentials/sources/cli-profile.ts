import type { Source } from '../chain-context.ts';
import { flag, variable } from '../chain-context.ts';
import { homePath, readText } from '../files.ts';
import { Refusal } from '../refusal.ts';
import { record } from '../remote.ts';
import { type CliProfile, serveCliProfile } from './cli-modes.ts';

/** A profile of Alibaba Cloud CLI's configuration file. */
export const cliProfile: Source = async (context) => {
  const path = await homePath(context, '.aliyun/config.json');
  if (flag(context, 'ALIBABA_CLOUD_CLI_PROFILE_DISABLED')) {
    throw new Refusal(path, 'turned off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED=true');
  }
  const file = parseConfig(path, await readText(context, path));
  const list: unknown = file['profiles'];
  const profiles = Array.isArray(list) ? list.map(record) : [];
  const find = (name: unknown): CliProfile | undefined =>
    profiles.find((profile) => profile['name'] === name);

  const asked = context.profile ?? variable(context, 'ALIBABA_CLOUD_PROFILE');
  const profile = find(asked ?? file['current']);
  // A name that stands in the file is not repeated: nothing of a file's content goes into an error.
  const place = `${path} (${asked === undefined ? 'its current profile' : `profile ${asked}`})`;
  if (!profile) throw new Refusal(place, 'has no such profile');
  return serveCliProfile(context, place, profile, find);
};

function parseConfig(path: string, text: string): CliProfile {
  try {
    return record(JSON.parse(text));
  } catch (error) {
    // The engine's message quotes the text around the mistake, which can be a secret: only its position is kept.
    const position = /at position (\d+)/.exec((error as Error).message)?.[1];
    const line =
      position === undefined ? '' : ` (line ${text.slice(0, Number(position)).split('\n').length})`;
    throw new Refusal(path, `is not valid JSON${line}`);
  }
}
