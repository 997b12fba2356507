import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { PATHS } from './shell.ts';

/** Scripts and styles of the fake client, ready to be sent. */
export interface Assets {
  /** The service worker. */
  worker: string;
  /** By path on static.whatsapp.net. */
  statics: Record<string, { contentType: string; body: string }>;
}

let made: Promise<Assets> | undefined;

/** Build the fake client once per process. */
export function loadAssets(): Promise<Assets> {
  made ??= make();
  return made;
}

async function make(): Promise<Assets> {
  const [client, worker, style] = await Promise.all([
    bundle('./client/main.ts'),
    bundle('./client/worker.ts'),
    readFile(new URL('./style.css', import.meta.url), 'utf8'),
  ]);
  const script = (body: string) => ({ contentType: 'text/javascript; charset=utf-8', body });
  return {
    worker,
    statics: {
      [PATHS.client]: script(client),
      [PATHS.vendor]: script('/* a library the fake client does not need */'),
      [PATHS.telemetry]: script('/* nothing is measured here */'),
      [PATHS.style]: { contentType: 'text/css; charset=utf-8', body: style },
    },
  };
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(file, import.meta.url)),
        formats: ['iife'],
        name: 'lab',
        fileName: 'lab',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`could not build ${file}`);
  return output.output[0].code;
}
