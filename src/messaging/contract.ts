/** Every message between contexts: who may send it, and its exact shape. Anything else is dropped. */
import * as v from 'valibot';
import { SYMPTOMS } from '../core/evidence';

/** Messages from the content script of a WhatsApp tab. */
export const FROM_PAGE = {
  /** A symptom began, changed or grew; answered by `{ socketsFailing }`. */
  'page.report': v.object({
    type: v.literal('page.report'),
    symptom: v.picklist(SYMPTOMS),
    phase: v.picklist(['calm', 'suspect', 'notice']),
    /** Milliseconds since the symptom began, as the page counted. */
    forMs: v.number(),
    scriptsFailed: v.boolean(),
    lastGoodAt: v.number(),
  }),
  /** Chats or the linking page are shown: once per page, and again after trouble. */
  'page.good': v.object({ type: v.literal('page.good') }),
  /** The page goes away. */
  'page.left': v.object({ type: v.literal('page.left'), lastGoodAt: v.number() }),
  'banner.dismissed': v.object({ type: v.literal('banner.dismissed') }),
  'banner.details': v.object({ type: v.literal('banner.details') }),
} as const;

/** Messages from our own pages. */
export const FROM_POPUP = {
  'popup.opened': v.object({ type: v.literal('popup.opened') }),
  'check.again': v.object({ type: v.literal('check.again') }),
  'world.ask': v.object({ type: v.literal('world.ask') }),
  'phone.answer': v.object({ type: v.literal('phone.answer'), works: v.boolean() }),
} as const;

type Schemas = typeof FROM_PAGE & typeof FROM_POPUP;
export type MessageName = keyof Schemas;
export type Message<N extends MessageName = MessageName> = v.InferOutput<Schemas[N]>;

/** What the background tells a page: look again now, or show and hide the banner. */
export type ToPage =
  | { type: 'page.look'; socketsFailing: boolean; tell: boolean }
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
  headline: string;
  labels: { otherWays: string; details: string; close: string };
  ways: { label: string; href: string | null }[];
}
