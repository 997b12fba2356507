/**
 * Rule 8 · Most places in the world cannot reach it either. They see reach and edge, never the chat servers behind.
 * Shown by: "the world cannot reach it", "the world gets server errors".
 */
import { extentOf, FOR_EXTENT } from '../extent';
import { failingLayer, isOuter, worldSays } from '../reading-of';
import type { Rule } from '../rule';

export const worldFails: Rule = {
  id: 'world-fails',
  needs: ['world', ...FOR_EXTENT],
  judge: (evidence, now) =>
    isOuter(failingLayer(evidence, now)) && worldSays(evidence, now) === 'failing'
      ? { verdict: 'global', cause: extentOf(evidence, now) }
      : null,
};
