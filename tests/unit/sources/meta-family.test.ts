import { expect, it } from 'vitest';
import { fetchFamily } from '../../../src/sources/meta-family';
import { fakeAsk, OPAQUE, UNREACHABLE } from './fake-ask';

it('asks Facebook and Instagram for one small file each, without reading it', async () => {
  const { ask, asked } = fakeAsk((url) => (url.host === 'www.facebook.com' ? OPAQUE : UNREACHABLE));
  expect(await fetchFamily(ask)).toEqual({ facebook: true, instagram: false });
  expect(asked.map(({ url, method, how }) => [url, method, how])).toEqual([
    ['https://www.facebook.com/favicon.ico', 'HEAD', 'opaque'],
    ['https://www.instagram.com/favicon.ico', 'HEAD', 'opaque'],
  ]);
});
