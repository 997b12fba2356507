/**
 * Times from the failure signal to the first verdict, with sources that answer in 50 ms, and with each one of them
 * hanging; and how soon the popup paints. Runs are interleaved, so that a busy machine is busy for all of them alike.
 */
import { join } from 'node:path';
import { type BrowserKind, openBrowser } from '../../tests/lab/browsers/index.ts';
import { startLab, type WorldPatch } from '../../tests/lab/server.ts';
import { measurePaints, type Paints } from './paint.ts';

const RUNS = 5;
const LATENCY_MS = 50;

/** WhatsApp's server fails by itself and Meta says so: each stage has something to tell. */
const FAILING: WorldPatch = {
  latencyMs: LATENCY_MS,
  whatsapp: { document: 503, statusJson: 503 },
  metaStatus: { services: { 'whatsapp-business-api': { 'Cloud API': 'High disruptions' } } },
};

const CASES: Record<string, WorldPatch> = {
  'all answer': {},
  'control (Google) hangs': { controls: { gstatic: 'hang' } },
  'control (Cloudflare) hangs': { controls: { cloudflare: 'hang' } },
  'resolver (Cloudflare) hangs': { dns: { cloudflare: 'hang' } },
  'resolver (Google) hangs': { dns: { google: 'hang' } },
  'Facebook hangs': { metaFamily: { facebook: 'hang' } },
  'Meta’s status page hangs': { metaStatus: { ...FAILING.metaStatus, host: 'hang' } },
};

/** Milliseconds after the failure signal; `metaMs` is null where Meta's word never came. */
interface Figures {
  verdictMs: number;
  metaMs: number | null;
}

export async function bench(): Promise<void> {
  for (const kind of ['chrome', 'firefox'] as const) {
    const figures: Record<string, Figures[]> = {};
    for (let run = 0; run < RUNS; run++) {
      for (const [name, patch] of Object.entries(CASES)) {
        const one = await measure(kind, { ...FAILING, ...patch });
        figures[name] = [...(figures[name] ?? []), one];
        process.stdout.write('.');
      }
    }
    print(kind, figures);
    printPaints(await measurePaints(kind));
  }
}

async function measure(kind: BrowserKind, world: WorldPatch): Promise<Figures> {
  const lab = await startLab();
  const session = await openBrowser({ kind, lab, extensionDir: join(process.cwd(), 'dist', kind) });
  try {
    const watcher = await session.openExtensionPage('manifest.json');
    await watcher.evaluate(rememberVerdicts);
    lab.setWorld(world);
    const page = await session.newPage();
    await session.gotoWhatsApp(page);
    const seen = await watcher.waitForFunction(figuresWhenDone, { timeout: 30_000, polling: 100 });
    return (await seen.jsonValue()) as Figures;
  } finally {
    await session.close();
    await lab.close();
  }
}

interface Change {
  at: number;
  beganAt: number;
  verdict: string;
  meta: boolean;
  open: boolean;
}

/** Runs in the extension: notes every stored change with its time. */
function rememberVerdicts(): void {
  const changes: Change[] = [];
  Object.assign(globalThis, { changes });
  const { chrome } = globalThis as unknown as { chrome: { storage: { onChanged: Listenable } } };
  chrome.storage.onChanged.addListener(({ situation }) => {
    const now = situation?.newValue;
    if (!now?.incident) return;
    const meta = now.evidence['meta-status']?.state === 'known';
    const { beganAt } = now.incident;
    changes.push({ at: Date.now(), beganAt, verdict: now.verdict.verdict, meta, open: now.round !== null });
  });
}

/** Runs in the extension: the figures, once the round is over. */
function figuresWhenDone(): Figures | null {
  const { changes } = globalThis as unknown as { changes: Change[] };
  const last = changes.at(-1);
  const first = changes.find(({ verdict }) => verdict !== 'unsure');
  if (!last || last.open || !first) return null;
  const meta = changes.find((change) => change.meta);
  return { verdictMs: first.at - first.beganAt, metaMs: meta ? meta.at - meta.beganAt : null };
}

interface Listenable {
  addListener(listener: (changes: { situation?: { newValue?: Stored } }) => void): void;
}
interface Stored {
  incident: { beganAt: number } | null;
  evidence: Record<string, { state: string } | undefined>;
  verdict: { verdict: string };
  round: unknown;
}

function print(kind: BrowserKind, figures: Record<string, Figures[]>): void {
  console.log(
    `\n${kind}: ${RUNS} interleaved runs, every source answers after ${LATENCY_MS} ms; min / median / max in ms`,
  );
  const base = median((figures['all answer'] ?? []).map(({ verdictMs }) => verdictMs));
  for (const [name, all] of Object.entries(figures)) {
    const verdicts = all.map(({ verdictMs }) => verdictMs);
    const metas = all.flatMap(({ metaMs }) => (metaMs === null ? [] : [metaMs]));
    const ratio = (median(verdicts) / base).toFixed(2);
    console.log(
      `  ${name.padEnd(30)} first verdict ${spread(verdicts).padEnd(20)} ×${ratio}   Meta’s word ${spread(metas)}`,
    );
  }
}

function printPaints({ popup, empty }: Paints): void {
  const round = (values: number[]) => values.map(Math.round);
  const ratio = (median(popup) / median(empty)).toFixed(2);
  console.log(`  popup painted ${spread(round(popup))}, an empty page ${spread(round(empty))}, ×${ratio}`);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function spread(values: number[]): string {
  return values.length === 0 ? '–' : `${Math.min(...values)} / ${median(values)} / ${Math.max(...values)}`;
}
