import { describe, expect, it } from 'vitest';
import { isMetas } from '../../../src/sources/metas';

describe('whose host it is', () => {
  it.each([
    'whatsapp.com',
    'web.whatsapp.com',
    'static.whatsapp.net',
    'www.facebook.com',
    'about.meta.com',
    'metastatus.com',
    'www.metastatus.com',
  ])('%s is Meta’s', (host) => {
    expect(isMetas(host)).toBe(true);
  });

  it.each(['evilwhatsapp.com', 'whatsapp.com.evil.example', 'whatsapp.co', '', 'login.hotel.example', null])(
    '%s is not',
    (host) => {
      expect(isMetas(host)).toBe(false);
    },
  );
});
