/** The ordered table: the first rule that fits decides. The order is the precedence of `docs/verdicts.md`. */
import type { Rule } from '../rule';
import { answersAgain } from './answers-again';
import { cannotTell } from './cannot-tell';
import { countryFails } from './country-fails';
import { foreignCertificate } from './foreign-certificate';
import { goneFromDns } from './gone-from-dns';
import { hereOrWeb } from './here-or-web';
import { metaSaysSo } from './meta-says-so';
import { namedHere } from './named-here';
import { networkBlock } from './network-block';
import { notResolvedHere } from './not-resolved-here';
import { nothingAnswers } from './nothing-answers';
import { onlyHere } from './only-here';
import { pageWorks } from './page-works';
import { phoneFailsToo } from './phone-fails-too';
import { phoneSharesIt } from './phone-shares-it';
import { portal } from './portal';
import { sendsStuck } from './sends-stuck';
import { serverSaysSo } from './server-says-so';
import { socketLost } from './socket-lost';
import { staticsBlocked } from './statics-blocked';
import { webOnly } from './web-only';
import { worldFails } from './world-fails';

export const RULES: readonly Rule[] = [
  pageWorks,
  namedHere,
  answersAgain,
  portal,
  nothingAnswers,
  goneFromDns,
  worldFails,
  countryFails,
  foreignCertificate,
  notResolvedHere,
  onlyHere,
  phoneSharesIt,
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
