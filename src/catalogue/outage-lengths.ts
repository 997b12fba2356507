/**
 * How long past outages of WhatsApp lasted, by the day they began: what an estimate needs, apart from the rest (`outages.ts`),
 * since the popup carries it. Those whose length nobody wrote down are not here.
 */
import type { Length, OutageKind } from '../core/estimate';

/** In minutes; `'60+'` went on for at least 60, and its end was not seen. */
const LENGTHS: { readonly [K in OutageKind]: Readonly<Record<string, number | `${number}+`>> } = {
  'whatsapp-only': {
    '2014-02-22': 210,
    '2015-12-31': '60+',
    '2016-01-26': 60,
    '2017-05-03': '150+',
    '2017-11-03': 60,
    '2017-11-30': '50+',
    '2017-12-31': 120,
    '2020-07-14': 50,
    '2022-04-28': 75,
    '2022-10-25': 120,
    '2023-07-19': 66,
    '2024-04-03': 60,
    '2025-02-28': 50,
  },
  'meta-wide': {
    '2019-03-13': 840,
    '2019-04-14': '120+',
    '2021-03-19': 45,
    '2021-10-04': 431,
    '2024-12-11': '120+',
    '2026-06-12': 180,
  },
  'web-only': { '2025-08-13': 156, '2025-11-04': 120, '2026-02-27': '60+' },
  'messages-only': { '2019-07-03': 540, '2020-01-19': 180, '2023-06-16': '120+', '2025-04-12': 203 },
};

/** A past outage's length, and the day it began (UTC), by which it is known. */
export interface KnownLength extends Length {
  id: string;
}

export const OUTAGE_LENGTHS: readonly KnownLength[] = Object.entries(LENGTHS).flatMap(([kind, known]) =>
  Object.entries(known).map(([id, length]) => ({
    id,
    kind: kind as OutageKind,
    minutes: Number.parseInt(`${length}`, 10),
    atLeast: typeof length === 'string',
  })),
);
