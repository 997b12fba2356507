import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../../../public/_locales/en/messages.json' with { type: 'json' };
import { checkAddress, type Refusal } from '../../../../src/ui/ways/check-address';
import { always } from '../../any';
import { anyString } from '../../any-text';

describe('an address', () => {
  it.each([
    ['https://status.example.com', 'https://status.example.com/'],
    ['  https://status.example.com/  ', 'https://status.example.com/'],
    ['status.example.com', 'https://status.example.com/'],
    ['status.example.com/history.atom', 'https://status.example.com/history.atom'],
    ['HTTPS://STATUS.Example.COM/A', 'https://status.example.com/A'],
    ['https://status.example.com:443/', 'https://status.example.com/'],
    ['https://status.example.com./', 'https://status.example.com/'],
    ['https://status.example.com/a/../feed.rss#x', 'https://status.example.com/feed.rss'],
    ['https://api.status.io/1.0/status/5b36dc', 'https://api.status.io/1.0/status/5b36dc'],
    ['https://status.example.com/?page=1', 'https://status.example.com/?page=1'],
    ['https://stätus.example.com/', 'https://xn--sttus-hra.example.com/'],
    ['https://status.münchen.museum', 'https://status.xn--mnchen-3ya.museum/'],
    ['https://local.example.com/', 'https://local.example.com/'],
    ['https://10.example.com/', 'https://10.example.com/'],
    ['https://localhost.example.com/', 'https://localhost.example.com/'],
  ])('“%s” is %s', (text, url) => {
    const host = new URL(url).hostname;
    expect(checkAddress(text)).toEqual({ ok: true, url, origins: [`https://${host}/*`] });
  });

  it.each<[string, Refusal]>([
    ['', 'empty'],
    ['   ', 'empty'],
    [`https://example.com/${'x'.repeat(300)}`, 'too-long'],
    ['our status page', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://exa mple.com', 'not-an-address'],
    ['https://[::1', 'not-an-address'],
    ['https://1.2.3.4.5/', 'not-an-address'],
    ['https://256.1.1.1/', 'not-an-address'],
    ['https://example..com', 'not-an-address'],
    ['https://-.com/', 'not-an-address'],
    ['https://%00.example.com/', 'not-an-address'],
    ['http://status.example.com', 'not-https'],
    ['ftp://status.example.com', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['JavaScript://status.example.com/%0aalert(1)', 'not-https'],
    ['java\nscript:alert(1)//status.example.com', 'not-an-address'],
    ['data:text/html,x', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['blob:https://example.com/1', 'not-https'],
    ['about:blank', 'not-https'],
    ['chrome-extension://abc/x', 'not-https'],
    ['https://user:secret@status.example.com', 'credentials'],
    ['https://user@status.example.com', 'credentials'],
    ['https://status.example.com@127.0.0.1/', 'credentials'],
    ['https://127.0.0.1/', 'number'],
    ['https://127.1/', 'number'],
    ['https://2130706433/', 'number'],
    ['https://0x7f000001/', 'number'],
    ['https://0x7f.1/', 'number'],
    ['https://0177.0.0.1/', 'number'],
    ['https://１２７.0.0.1/', 'number'],
    ['https://127。0。0。1/', 'number'],
    ['https://10.0.0.1/', 'number'],
    ['https://172.16.0.1/', 'number'],
    ['https://192.168.1.1/', 'number'],
    ['https://169.254.169.254/latest/meta-data', 'number'],
    ['https://100.64.0.1/', 'number'],
    ['https://0.0.0.0/', 'number'],
    ['https://8.8.8.8/', 'number'],
    ['https://8.8.8.8./', 'number'],
    ['https://[::1]/', 'number'],
    ['https://[::ffff:127.0.0.1]/', 'number'],
    ['https://[fe80::1]/', 'number'],
    ['https://[fd00::1]/', 'number'],
    ['https://[2606:4700::1111]/', 'number'],
    ['https://localhost/', 'local'],
    ['localhost', 'local'],
    ['https://localhost./', 'local'],
    ['https://ｌocalhost/', 'local'],
    ['https://a.localhost/', 'local'],
    ['https://printer.local/', 'local'],
    ['https://printer.local./', 'local'],
    ['https://wiki/', 'local'],
    ['https://wiki.internal/', 'local'],
    ['https://wiki.intranet', 'local'],
    ['https://router.lan/', 'local'],
    ['https://fritz.box.home.arpa', 'local'],
    ['https://a.corp/', 'local'],
    ['https://a.test/', 'local'],
    ['https://abc.onion/', 'local'],
    ['localhost:8080', 'local'],
    ['https://status.example.com:8443/', 'port'],
    ['https://status.example.com:80/', 'port'],
    ['status.example.com:8080', 'port'],
  ])('“%s” is refused: %s, and it says so', (text, why) => {
    expect(checkAddress(text)).toEqual({ ok: false, why });
    expect(en).toHaveProperty(`add_page_${why.replaceAll('-', '_')}`);
  });

  it('never throws, and what it lets through is a public name over https, and stays so when read again', () => {
    const hosts = fc.constantFrom(
      'status.example.com',
      '127.0.0.1',
      '0x7f.1',
      '[::1]',
      'a.local',
      'localhost',
      '例え.jp',
    );
    const parts = fc.tuple(
      fc.constantFrom('', 'https://', 'http://', 'https:\\\\', 'https:/', '//', 'https://u:p@'),
      fc.oneof(hosts, anyString(30)),
      fc.constantFrom('', '.', ':1', ':443', '/', '/x?y#z', '@status.example.com', '\\@a.local'),
    );
    always(
      fc.property(
        fc.oneof(
          anyString(60),
          parts.map((all) => all.join('')),
        ),
        (text) => {
          const checked = checkAddress(text);
          if (!checked.ok) return;
          const { protocol, hostname, port, username, password, href } = new URL(checked.url);
          expect([protocol, port, username, password]).toEqual(['https:', '', '', '']);
          expect(hostname).toMatch(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/);
          expect(hostname).not.toMatch(/^[\d.]+$|\.(local|localhost|internal|lan|arpa)$/);
          expect(checkAddress(href)).toMatchObject({ ok: true, url: checked.url });
        },
      ),
      2_000,
    );
  });
});
