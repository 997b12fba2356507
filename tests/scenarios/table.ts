/** The whole table of situations, in chapters: one file of `situations` each. */

import type { Scenario } from './scenario';
import { SITUATIONS as AT_EASE } from './situations/at-ease';
import { SITUATIONS as CROWD } from './situations/crowd';
import { SITUATIONS as DAYS } from './situations/days';
import { SITUATIONS as DISAGREEING } from './situations/disagreeing';
import { SITUATIONS as STALE } from './situations/stale';
import { SITUATIONS as THIS_BROWSER } from './situations/this-browser';
import { SITUATIONS as THIS_COUNTRY } from './situations/this-country';
import { SITUATIONS as THIS_NETWORK } from './situations/this-network';
import { SITUATIONS as WHATSAPP } from './situations/whatsapp';

export const CHAPTERS: Readonly<Record<string, readonly Scenario[]>> = {
  'at-ease': AT_EASE,
  'this-browser': THIS_BROWSER,
  'this-network': THIS_NETWORK,
  'this-country': THIS_COUNTRY,
  whatsapp: WHATSAPP,
  crowd: CROWD,
  disagreeing: DISAGREEING,
  stale: STALE,
  days: DAYS,
};

export const ALL: readonly Scenario[] = Object.values(CHAPTERS).flat();
