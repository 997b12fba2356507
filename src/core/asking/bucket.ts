/** Token buckets: a source may be asked a few times in a row, and in the long run no oftener than they refill. Pure. */
import type { EpochMs } from '../evidence';

/** How a source's bucket is made. */
export interface Rate {
  /** Tokens in a full bucket. */
  burst: number;
  /** One token comes back in this time, in ms. */
  refillMs: number;
}

export interface Bucket {
  tokens: number;
  at: EpochMs;
}

/** Tokens in it now; nobody has taken any from one that is not there. A clock that was set counts as time passed. */
export function tokens(bucket: Bucket | undefined, { burst, refillMs }: Rate, now: EpochMs): number {
  return bucket === undefined ? burst : Math.min(burst, bucket.tokens + Math.abs(now - bucket.at) / refillMs);
}
