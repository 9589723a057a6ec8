import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGateway, UsageError } from '../src/index.ts';
import { brief, facade } from './support/facade.ts';

let folder: string;
let stateFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  stateFile = join(folder, 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const images = [{ RegionId: 'cn-hangzhou', ImageId: 'm-a' }];
const saved = (): unknown => JSON.parse(readFileSync(stateFile, 'utf8'));

describe('a state file', () => {
  it('keeps the images over a restart', async () => {
    const first = await startGateway({ unsigned: true, images, stateFile });
    await facade(first.url).modify('m-a', 'Share');
    await first.close();
    const second = await startGateway({ unsigned: true, images: [], stateFile });
    expect(second.images()).toEqual([{ ...images[0], Shared: true, AccountId: 'testid' }]);
    await second.close();
  });

  it('is written before a change is answered, without leaving anything beside it', async () => {
    const gateway = await startGateway({ unsigned: true, images, stateFile });
    expect(saved()).toMatchObject([{ Shared: false }]);
    await facade(gateway.url).modify('m-a', 'Share');
    expect(saved()).toMatchObject([{ Shared: true }]);
    gateway.reset();
    expect(saved()).toMatchObject([{ Shared: false }]);
    expect(readdirSync(folder)).toEqual(['state.json']);
    await gateway.close();
  });

  it('that can no longer be written fails the call, not the gateway', async () => {
    const gateway = await startGateway({ unsigned: true, images, stateFile });
    const away = `${folder}-away`;
    renameSync(folder, away);
    expect(brief(await facade(gateway.url).modify('m-a', 'Share'))).toBe('500 InternalError');
    renameSync(away, folder);
    expect(brief(await facade(gateway.url).modify('m-none', 'Share'))).toBe('404 InvalidImageId.NotFound');
    expect(saved()).toMatchObject([{ Shared: true }]);
    await gateway.close();
  });

  it('in a folder that is not there is refused at the start', async () => {
    const started = startGateway({ stateFile: join(folder, 'none', 'state.json') });
    await expect(started).rejects.toBeInstanceOf(UsageError);
  });

  it.each([
    ['{', 'is not JSON'],
    ['{}', 'is not a list'],
    ['[{"RegionId":"cn-hangzhou","ImageId":"m","Shared":"yes"}]', 'entry 1: Shared'],
  ])('that holds %s is not overwritten', async (text, words) => {
    writeFileSync(stateFile, text);
    const started = startGateway({ stateFile });
    await expect(started).rejects.toThrow(words);
    await expect(started).rejects.toBeInstanceOf(UsageError);
    expect(readFileSync(stateFile, 'utf8')).toBe(text);
  });
});
