/** A fake asking: answers from a list of hosts, and remembers who was asked for what. */
import type { Ask, AskOutcome, AskRequest } from '../../../src/sources/ask';

export interface FakeAsk {
  ask: Ask;
  asked: AskRequest[];
}

/** `answer` decides each request, by its address and how often it was asked before. */
export function fakeAsk(answer: (url: URL, before: number, request: AskRequest) => AskOutcome): FakeAsk {
  const asked: AskRequest[] = [];
  const ask: Ask = async (request) => {
    const before = asked.filter((one) => one.url === request.url).length;
    asked.push(request);
    return answer(new URL(request.url), before, request);
  };
  return { ask, asked };
}

export const OPAQUE: AskOutcome = { kind: 'opaque' };
export const UNREACHABLE: AskOutcome = { kind: 'error', why: 'unreachable', name: null };
export const SPENT: AskOutcome = { kind: 'error', why: 'spent', name: null };

/** An answer with this body. */
export function answer(
  body: unknown,
  more: { status?: number; contentType?: string; dateAt?: number | null } = {},
): AskOutcome {
  return {
    kind: 'answer',
    status: 200,
    contentType: 'application/json',
    dateAt: null,
    ...more,
    text: typeof body === 'string' ? body : JSON.stringify(body),
  };
}
