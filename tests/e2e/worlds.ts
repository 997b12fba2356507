/** Worlds with a name: what is wrong in each, nothing else. */
import type { WorldPatch } from '../lab/server.ts';

/** 2021-10-04: every name and server of Meta's is gone, its status page too. */
export const META_GONE: WorldPatch = {
  whatsapp: { document: 'dead', statusJson: 'dead', statics: 'dead', socket: 'dead' },
  metaFamily: { facebook: 'dead', instagram: 'dead', messenger: 'dead' },
  metaStatus: { host: 'dead' },
  dns: {
    names: {
      'web.whatsapp.com': 'servfail',
      'static.whatsapp.net': 'servfail',
      'www.facebook.com': 'servfail',
      'www.instagram.com': 'servfail',
    },
  },
};

/** 2022-10-25: the site answers, the chat servers do not. */
export const SOCKETS_REFUSED: WorldPatch = { whatsapp: { socket: 'refuse' } };

/** Meta reports WhatsApp's outage. */
export const META_REPORTS: WorldPatch = {
  metaStatus: { services: { 'whatsapp-business-api': { 'Cloud API': 'High disruptions' } } },
};

/** 2024-03-05: Facebook and Instagram are down, WhatsApp is not. */
export const OTHERS_DOWN: WorldPatch = {
  metaFamily: { facebook: 'dead', instagram: 'dead', messenger: 'dead' },
  metaStatus: { services: { messenger: { 'Messenger Platform': 'High disruptions' } } },
  dns: { names: { 'www.facebook.com': 'servfail', 'www.instagram.com': 'servfail' } },
};

/** WhatsApp's site cannot be reached from here, and everything else is as it is in this world. */
export const UNREACHABLE: WorldPatch = { whatsapp: { document: 'dead', statusJson: 'dead' } };
