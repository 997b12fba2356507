/**
 * Rule 1 · Chats visible and the socket alive: whatever Meta or anybody says, it works here. The person can see it.
 * Shown by: "chats are shown while Meta reports an outage".
 */
import { known } from '../evidence';
import type { Rule } from '../rule';

export const pageWorks: Rule = {
  id: 'page-works',
  needs: ['page'],
  judge: (evidence, now) => {
    const page = known(evidence, 'page', now);
    return page !== null && page.symptom === null ? { verdict: 'working' } : null;
  },
};
