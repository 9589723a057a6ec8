import { readFileSync } from 'node:fs';
import type { Image } from './behaviours/images.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads a list of images from JSON text.
 * @param origin says where the text is from, in the error
 * @throws {UsageError} saying which entry is wrong and what was expected
 */
export function parseImages(text: string, origin: string): readonly Image[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UsageError(`${origin} is not JSON. Expected ${expected}.`);
  }
  return checkImages(data, origin);
}

/** The same from a file. */
export function readImagesFile(path: string): readonly Image[] {
  try {
    return parseImages(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot read the images file ${path}. Give the path of a readable JSON file.`);
  }
}

const expected = 'a list such as [{"RegionId": "cn-hangzhou", "ImageId": "m-1", "Shared": false}]';

/** Checks data from outside. */
export function checkImages(data: unknown, origin: string): readonly Image[] {
  if (!Array.isArray(data)) throw new UsageError(`${origin} is not a list. Expected ${expected}.`);
  return data.map((entry: unknown, index) => checkImage(entry, `${origin}, entry ${index + 1}`));
}

function checkImage(entry: unknown, place: string): Image {
  const image = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const { RegionId, ImageId, Shared = false, State, Resource, AccountId } = image;
  if (typeof RegionId !== 'string') throw new UsageError(`${place}: RegionId is not a text.`);
  if (typeof ImageId !== 'string' || ImageId === '') throw new UsageError(`${place}: ImageId is not a text.`);
  if (typeof Shared !== 'boolean') throw new UsageError(`${place}: Shared is neither true nor false.`);
  if (State !== undefined && typeof State !== 'string')
    throw new UsageError(`${place}: State is not a text.`);
  if (Resource !== undefined && typeof Resource !== 'string')
    throw new UsageError(`${place}: Resource is not a text.`);
  if (AccountId !== undefined && typeof AccountId !== 'string')
    throw new UsageError(`${place}: AccountId is not a text.`);
  return {
    RegionId,
    ImageId,
    Shared,
    ...(State === undefined ? {} : { State }),
    ...(Resource === undefined ? {} : { Resource }),
    ...(AccountId === undefined ? {} : { AccountId }),
  };
}
