/** Reads a body with the reader of its kind. */
import { loadReader } from '../../../../src/sources/status/formats';
import type { AppState } from '../../../../src/sources/status/state';
import { NOW } from '../../witnesses';

export async function read(format: string, body: unknown, product = ''): Promise<AppState> {
  const reader = await loadReader(format);
  if (reader === null) throw new Error(`no reader for ${format}`);
  return reader(typeof body === 'string' ? body : JSON.stringify(body), NOW, product);
}
