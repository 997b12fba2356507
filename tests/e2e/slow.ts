/** Tests that wait for about a minute each: `npm run e2e` runs them all, `npm test` leaves them out to stay under half an hour. */
import { test } from 'vitest';

export const slow = process.env.E2E === 'sample' ? test.skip : test;
