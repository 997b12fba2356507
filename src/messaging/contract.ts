/** Every message between contexts: who may send it, and its exact shape. Anything else is dropped. */
import { PURPOSES } from '../core/asking/ledger';
import { SYMPTOM_OF } from '../core/page-symptom';
import * as v from '../core/shape';
import type { SocketsWord } from '../core/sockets';
import { WaysSchema } from '../platform/schemas';

/** Messages from the content script of a WhatsApp tab. */
export const FROM_PAGE = {
  /** A trouble began, changed or grew; answered by `{ sockets }`. */
  'page.report': v.object({
    trouble: v.picklist(Object.keys(SYMPTOM_OF) as (keyof typeof SYMPTOM_OF)[]),
    phase: v.picklist(['calm', 'suspect', 'notice']),
    /** Milliseconds since it began, as the page counted. */
    lastedMs: v.number(),
    scriptsFailed: v.boolean(),
    lastGoodAt: v.number(),
  }),
  /** Chats or the linking page are shown: once per page, and again after trouble. */
  'page.good': v.object({}),
  /** The page goes away, or (0) its good times no longer count: the line changed, or the computer slept. */
  'page.left': v.object({ lastGoodAt: v.number() }),
  'banner.dismissed': v.object({}),
  'banner.details': v.object({}),
} as const;

/** ISO 3166-1 alpha-2. */
const Country = v.matching(/^[A-Z]{2}$/);
const Count = v.nullable(v.number());

/** Messages from our own pages. */
export const FROM_POPUP = {
  'popup.opened': v.object({}),
  /** `hidden`: asked in a private window. */
  'check.again': v.object({ hidden: v.optional(v.boolean()) }),
  /** The person wishes to be told when it is over, or takes the wish back. */
  'tell.when-back': v.object({ wish: v.boolean() }),
  'world.ask': v.object({ byLot: v.boolean() }),
  'phone.answer': v.object({ works: v.boolean() }),
  /** What a page of ours learned of all the ways it shows. */
  'ways.told': v.object({ states: WaysSchema }),
  /** The list of requests is emptied; what counts of them is not (`docs/privacy.md`). */
  'ledger.erase': v.object({}),
  /** The person chose to ask in their own country, and in their operator's network (its ASN) if they named one. */
  'country.ask': v.object({ country: Country, network: v.nullable(v.number()) }),
  /** What a page of ours learned by itself from sources that only run while it is open. */
  'reading.told': v.object({
    crowd: v.optional(v.object({ stories: Count, accounts: Count })),
    country: v.optional(
      v.object({
        country: Country,
        cutOff: v.nullable(v.boolean()),
        tests: v.nullable(v.object({ odd: v.number(), all: v.number() })),
      }),
    ),
  }),
  /**
   * A page of ours looks something up itself; the asking is the background's alone, and only of whom the table names
   * (`core/asking/hosts.ts`). Answered by an `AskOutcome`.
   */
  ask: v.object({
    request: v.object({
      url: v.string(),
      purpose: v.picklist(PURPOSES),
      method: v.optional(v.picklist(['GET', 'HEAD', 'POST'])),
      headers: v.optional(v.record(v.string(), v.string())),
      body: v.optional(v.string()),
      how: v.picklist(['opaque', 'read']),
      deadlineMs: v.number(),
      maxBytes: v.optional(v.number()),
      beginningWillDo: v.optional(v.boolean()),
    }),
  }),
} as const;

type Schemas = typeof FROM_PAGE & typeof FROM_POPUP;
export type MessageName = keyof Schemas;
/** A message is its name, under `type`, and what its schema describes. */
export type Message<N extends MessageName = MessageName> = N extends MessageName
  ? { type: N } & v.InferOutput<Schemas[N]>
  : never;

/** What the background tells a page: look again now, or show and hide the banner. */
export type ToPage =
  | { type: 'page.look'; sockets: SocketsWord; tell: boolean }
  | { type: 'banner.show'; view: BannerView }
  | { type: 'banner.hide' };

/** Everything the banner needs; it has no words and no decisions of its own. */
export interface BannerView {
  verdict: string;
  confidence: string;
  cause: string;
  side: string;
  lang: string;
  dir: string;
  /** `auto`, `light` or `dark`. */
  theme: string;
  headline: string;
  labels: { otherWays: string; details: string; close: string };
  ways: { label: string; href: string | null }[];
}
