import { beforeEach, describe, expect, it, vi } from 'vitest';
import { STATES, situationOf, stateNamed } from '../../../scripts/gallery/states';
import { quiet } from '../../../src/core/situation';
import { browserNameOf, reportText } from '../../../src/ui/report-text';
import { forget } from '../fake-browser';
import { NOW } from '../witnesses';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));
beforeEach(forget);

const text = (name: string) => reportText(situationOf(stateNamed(name), NOW), 'Firefox/140', NOW);

describe('the report as text', () => {
  it('says the answer, since when, how sure, and what each asked witness said', () => {
    const lines = text('local-dns').split('\n');
    expect(lines[0]).toBe('Not Just Me: WhatsApp’s address cannot be found from here');
    expect(lines[2]).toMatch(/^Since .+ \(12 minutes\) · Likely$/);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^- .+ WhatsApp’s server: Its address cannot be looked up from here\. \(points to this side\)$/,
      ),
    );
    expect(lines.join('\n')).not.toContain('Your phone');
  });

  it('ends with what a helpdesk asks for: the verdict’s name, the browser’s error, times in UTC', () => {
    const [last] = text('local-dns').split('\n').slice(-2);
    expect(last).toMatch(
      /^\[local\/dns\/likely; net::ERR_FAILED; since \d{4}-.+Z; written \d{4}-.+Z; Firefox\/140\]$/,
    );
  });

  it('is whole for every answer, with nothing left open', () => {
    for (const { name } of STATES) {
      expect(text(name), name).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text(name).split('\n').length, name).toBeGreaterThan(5);
    }
    expect(reportText(quiet(NOW), '', NOW)).toContain('WhatsApp Web seems fine');
  });
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox/140'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Chrome/142',
  ],
  [
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1',
    'Edg/142',
  ],
  ['curl/8', ''],
])('names the browser and its main version: %s', (userAgent, name) => {
  expect(browserNameOf(userAgent)).toBe(name);
});
