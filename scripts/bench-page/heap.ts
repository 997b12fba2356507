import type { CDPSession } from 'puppeteer-core';

/** What is in use of a page's heap after a forced collection, in kB of 1,024 bytes. */
export interface Heap {
  allKb: number;
  /** Machine code, bytecode and notes the engine made of scripts it ran often. */
  codeKb: number;
}

export async function readHeap(cdp: CDPSession): Promise<Heap> {
  await collectGarbage(cdp);
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { allKb: usedSize / 1024, codeKb: (await codeBytes(cdp)) / 1024 };
}

/** Twice: what the first frees may hold on to more. */
export async function collectGarbage(cdp: CDPSession): Promise<void> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
}

/** The parts of a heap snapshot used here: nodes are runs of numbers, as many as there are fields. */
interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
}

async function codeBytes(cdp: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }): void => {
    chunks.push(chunk);
  };
  cdp.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', collect);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [code, size, typeAt] = [
    types[0].indexOf('code'),
    fields.indexOf('self_size'),
    fields.indexOf('type'),
  ];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + typeAt] === code) bytes += nodes[at + size] ?? 0;
  return bytes;
}
