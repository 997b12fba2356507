import { describe, expect, test } from 'vitest';
import { REPLAYS as NAMED } from '../../../scripts/start/flags.mjs';
import { changeWorld } from '../../lab/change-world.ts';
import { ist, minutesOf, realSeconds, utc, worldMinutes } from '../../lab/replays/clock.ts';
import { REPLAYS, replayOf } from '../../lab/replays/index.ts';
import { isExtensions, tellRequests } from '../../lab/replays/requests.ts';
import type { LabRequest } from '../../lab/server.ts';
import { healthyWorld, type World } from '../../lab/world.ts';

test('npm start knows the replays there are', () => {
  expect(REPLAYS.map(({ id }) => id)).toEqual(Object.keys(NAMED));
  expect(() => replayOf('1999-01-01')).toThrow('no replay of 1999-01-01');
});

describe.each(REPLAYS)('$id', (replay) => {
  const { steps, expects, troubleAt, sources } = replay;
  const last = steps.at(-1)?.inSeconds ?? 0;

  test('its steps go forward in both times, and take one to three minutes', () => {
    expect(steps[0]?.inSeconds).toBe(0);
    for (const [index, step] of steps.entries()) {
      expect(step.at).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      const before = steps[index - 1];
      if (!before) continue;
      expect(step.inSeconds).toBeGreaterThan(before.inSeconds);
      expect(minutesOf(step.at)).toBeGreaterThan(minutesOf(before.at));
    }
    expect(last).toBeGreaterThanOrEqual(60);
    expect(last).toBeLessThanOrEqual(180);
  });

  test('it changes only what a world has, and ends with all well', () => {
    let world: World = healthyWorld(0);
    const isPart = (patch: object, whole: object): void => {
      for (const name of Object.keys(patch)) expect(Object.keys(whole)).toContain(name);
    };
    for (const { world: patch = {} } of steps) {
      isPart(patch, world);
      for (const [section, value] of Object.entries(patch)) {
        if (typeof value === 'object' && !Array.isArray(value))
          isPart(value, world[section as keyof World] as object);
      }
      world = changeWorld(world, patch);
    }
    const healthy = healthyWorld(0);
    expect(world.whatsapp).toEqual(healthy.whatsapp);
    expect(world.metaFamily).toEqual(healthy.metaFamily);
    expect(world.localDns).toEqual(healthy.localDns);
    expect(Object.values(world.dns.names).every((says) => says === 'ok')).toBe(true);
  });

  test('what it says and expects fits its times, and names its sources', () => {
    for (const { says } of steps) expect(says).toMatch(/^\S.*[.!]$/);
    for (const { from, to } of expects) {
      expect(from).toBeLessThan(to);
      expect(to).toBeLessThanOrEqual(last);
    }
    for (const { address } of sources) expect(address).toMatch(/^https:\/\//);
    if (troubleAt !== null) expect(steps.map(({ at }) => at)).toContain(troubleAt);
  });
});

describe('the world’s clock', () => {
  const steps = [
    { at: '06:30', inSeconds: 0, says: '' },
    { at: '06:40', inSeconds: 10, says: '' },
    { at: '08:40', inSeconds: 20, says: '' },
  ];

  test('passes evenly between two steps, and stands after the last', () => {
    expect(worldMinutes(steps, 5)).toBe(minutesOf('06:35'));
    expect(worldMinutes(steps, 15)).toBe(minutesOf('07:40'));
    expect(worldMinutes(steps, 99)).toBe(minutesOf('08:40'));
    expect(worldMinutes(steps, -1)).toBe(minutesOf('06:30'));
  });

  test('can be read backwards', () => {
    expect(realSeconds(steps, '06:35')).toBe(5);
    expect(realSeconds(steps, '07:40')).toBe(15);
  });

  test('tells the time of the reports', () => {
    expect(utc(minutesOf('06:37'))).toBe('06:37Z');
    expect(ist(minutesOf('06:37'))).toBe('12:07 IST');
    expect(ist(minutesOf('22:05'))).toBe('03:35 IST');
    expect(utc(minutesOf('07:30') - 0.01)).toBe('07:30Z');
  });
});

describe('requests', () => {
  const request = (host: string, path = '/', headers: LabRequest['headers'] = {}): LabRequest => ({
    at: 0,
    host,
    port: 443,
    method: 'GET',
    path,
    headers: { 'sec-fetch-dest': 'empty', ...headers },
  });

  test('the extension’s are told from the page’s', () => {
    expect(isExtensions(request('web.whatsapp.com', '/status.json'))).toBe(true);
    const referer = 'https://web.whatsapp.com/';
    expect(isExtensions(request('web.whatsapp.com', '/status.json', { referer }))).toBe(false);
    expect(isExtensions(request('web.whatsapp.com', '/', { 'sec-fetch-dest': 'document' }))).toBe(false);
    expect(isExtensions(request('web.whatsapp.com', '/ws/chat', { upgrade: 'websocket' }))).toBe(false);
    const origin = 'https://web.whatsapp.com';
    expect(isExtensions(request('static.whatsapp.net', '/rsrc.php', { origin }))).toBe(false);
    const own = 'moz-extension://0e6f';
    expect(isExtensions(request('dns.google', '/resolve', { origin: own }))).toBe(true);
  });

  test('those asked are named in plain words', () => {
    const dns = (name: string) => request('dns.google', `/resolve?name=${name}&type=A`);
    const meta = request('metastatus.com', '/data/orgs.json');
    expect(
      tellRequests([dns('web.whatsapp.com'), meta, dns('example.com'), meta, request('a.example')]),
    ).toBe('Google DNS (web.whatsapp.com, example.com), Meta’s status page (2 times), a.example');
  });
});
