/**
 * Rule 6 · Two resolvers elsewhere lost the name while a control name resolves. On 2021-10-04 Cloudflare's and Google's
 * answered SERVFAIL for all of Meta's names (blog.cloudflare.com, 2021-10-08).
 * Shown by: "2021-10-04: everything of Meta’s is gone from DNS", "only WhatsApp’s name is gone".
 */
import { extentOf, FOR_EXTENT } from '../extent';
import { dnsGone, failingLayer } from '../reading-of';
import type { Rule } from '../rule';

export const goneFromDns: Rule = {
  id: 'gone-from-dns',
  needs: FOR_EXTENT,
  judge: (evidence, now) =>
    failingLayer(evidence, now) !== null && dnsGone(evidence, now)
      ? { verdict: 'global', cause: extentOf(evidence, now) }
      : null,
};
