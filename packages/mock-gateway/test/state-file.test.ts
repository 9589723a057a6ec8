import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGateway, UsageError } from '../src/index.ts';
import { facade } from './support/facade.ts';

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

  it('is written soon after a change, without leaving anything beside it', async () => {
    const gateway = await startGateway({ unsigned: true, images, stateFile });
    expect(saved()).toMatchObject([{ Shared: false }]);
    await facade(gateway.url).modify('m-a', 'Share');
    await vi.waitFor(() => expect(saved()).toMatchObject([{ Shared: true }]), { timeout: 5000 });
    expect(readdirSync(folder)).toEqual(['state.json']);
    await gateway.close();
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
