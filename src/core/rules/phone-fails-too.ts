/**
 * Rule 11 · The phone, on another network, fails too. The person's own answer, valid ten minutes.
 * Shown by: "2022-10-25 at a cold start".
 */
import { extentOf, FOR_EXTENT } from '../extent';
import { failingLayer, phoneWorks } from '../reading-of';
import type { Rule } from '../rule';

export const phoneFailsToo: Rule = {
  id: 'phone-fails-too',
  needs: ['phone', ...FOR_EXTENT],
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null && phoneWorks(evidence, now) === false
      ? { verdict: 'global', cause: extentOf(evidence, now) }
      : null,
};
