/** The ordered table: the first rule that fits decides. The order is the precedence of `docs/verdicts.md`. */
import type { Rule } from '../rule';
import {
  goneFromDns,
  metaSaysSo,
  notResolvedHere,
  onlyHere,
  phoneFailsToo,
  serverSaysSo,
  worldFails,
} from './elsewhere';
import { answersAgain, foreignCertificate, namedHere, nothingAnswers, pageWorks, portal } from './here';
import {
  cannotTell,
  hereOrWeb,
  networkBlock,
  sendsStuck,
  socketLost,
  staticsBlocked,
  webOnly,
} from './inside';

export const RULES: readonly Rule[] = [
  pageWorks,
  namedHere,
  answersAgain,
  portal,
  foreignCertificate,
  nothingAnswers,
  goneFromDns,
  notResolvedHere,
  worldFails,
  onlyHere,
  metaSaysSo,
  phoneFailsToo,
  serverSaysSo,
  networkBlock,
  staticsBlocked,
  webOnly,
  socketLost,
  sendsStuck,
  hereOrWeb,
  cannotTell,
];
