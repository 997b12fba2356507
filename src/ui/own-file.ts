/** Files of ours that people save and load: JSON with a mark, so that another program's is not mistaken for it. Pure. */
const MARK = 'not-just-me';

/** `kind`: what the file holds. */
export function ownFile(kind: string, content: object): string {
  return `${JSON.stringify({ [MARK]: kind, ...content }, null, 2)}\n`;
}

/** What a file of this kind holds, unchecked but for its mark and its length; `null` for any other. */
export function readOwnFile(kind: string, text: string, longest: number): unknown {
  if (text.length > longest) return null;
  try {
    const raw: unknown = JSON.parse(text);
    return typeof raw === 'object' && raw !== null && (raw as Record<string, unknown>)[MARK] === kind
      ? raw
      : null;
  } catch {
    return null;
  }
}
