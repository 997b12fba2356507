/** What the person is asked for at install, and what a website can see: exactly this. */
import { describe, expect, test } from 'vitest';
import { BUILDS, manifestOf } from './release.ts';

describe.each(BUILDS)('%s', (build) => {
  const manifest = manifestOf(build);

  test('asks for these permissions and hosts and no others', () => {
    const portal = build === 'firefox' ? ['captivePortal'] : [];
    expect(manifest.permissions.toSorted()).toEqual(
      ['alarms', 'scripting', 'storage', 'webRequest', ...portal].toSorted(),
    );
    expect(manifest.host_permissions.toSorted()).toEqual([
      'https://metastatus.com/*',
      'https://web.whatsapp.com/*',
      'wss://web.whatsapp.com/*',
    ]);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  test('runs one content script, on WhatsApp Web alone, from the start', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0]).toMatchObject({
      matches: ['https://web.whatsapp.com/*'],
      run_at: 'document_start',
    });
    expect(manifest.content_scripts[0].js).toHaveLength(1);
  });

  test('opens nothing to websites and loosens no policy', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('content_security_policy');
  });

  test('names the background as this browser wants it', () => {
    const { background } = manifest;
    if (build === 'chrome')
      expect(background).toEqual({ service_worker: expect.any(String), type: 'module' });
    else expect(background).toEqual({ scripts: [expect.any(String)], type: 'module' });
  });

  test('says what each store needs to know', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.default_locale).toBe('en');
    if (build === 'chrome') return expect(manifest).not.toHaveProperty('browser_specific_settings');
    expect(manifest.browser_specific_settings.gecko).toMatchObject({
      id: expect.stringContaining('@'),
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    });
  });
});
