import type { CaseRecord } from '../src/run/record.ts';
import type { RunSettings } from '../src/run/settings.ts';
import type { Choices } from './other-server/choices.ts';
import type { Emitted } from './emitted.ts';
import { startOther } from './other-server/start.ts';
import { ids, runSuite, settingsFor } from './run-suite.ts';

/** The id that the documents show for an image. */
const EXAMPLE = 'm-saacssasc****';

/** Runs every case against a server of the given choices. */
export async function runAgainst(
  choices: Choices,
  change: Partial<RunSettings> = {},
  isEnough?: (record: CaseRecord) => boolean,
  emitted?: Emitted,
): Promise<readonly CaseRecord[]> {
  const { url, server } = await startOther([...ids, EXAMPLE], choices);
  try {
    return await runSuite({ ...settingsFor(url), ...change }, isEnough, emitted);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
