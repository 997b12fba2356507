/**
 * Rule 10 · Meta says so itself: Medium or High, begun at most 12 h ago by its answer's own clock. It covers business
 * products and is late, so its silence is never health (press: it did report 2022-10-25 and 2024-04-03).
 * Shown by: "2022-10-25: the page opens, the socket is refused", "Meta reports an outage of eleven hours".
 */
import { extentOf, FOR_EXTENT } from '../extent';
import { failingLayer, metaReports } from '../reading-of';
import type { Rule } from '../rule';

export const metaSaysSo: Rule = {
  id: 'meta-says-so',
  needs: FOR_EXTENT,
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null && metaReports(evidence, now)
      ? { verdict: 'global', cause: extentOf(evidence, now) }
      : null,
};
