import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXTURES, FORMS, isIn, SENDS } from '../fixtures';
import { readOf } from '../fixtures/fate';
import type { Form } from '../fixtures/fixture';
import { findBrowser, openBrowser, type Session } from '../lab/browsers/index.ts';
import { type Lab, startLab } from '../lab/server.ts';
import { BROWSERS } from './scene.ts';

/** One page to be read, and what has to be read of it. */
interface Case {
  id: string;
  /** The same for one state in one generation; the splash, which comes from the server, is always of its own. */
  kind: string;
  html: string;
  hadChats: boolean;
  /** A message's fate is asked for, not the screen. */
  sends: boolean;
  wanted: string | null;
}

const casesIn = (form: Form): Case[] => [
  ...FIXTURES.filter(isIn(form)).map(({ id, html, after, screen, years }) => ({
    id,
    kind: screen === 'splash' ? id : `${screen} ${years}`,
    html: html(form),
    hadChats: after === 'main',
    sends: false,
    wanted: screen,
  })),
  ...SENDS.map(({ id, html, fate, years }) => ({
    id,
    kind: `${fate} ${years}`,
    html: html(form),
    hadChats: false,
    sends: true,
    wanted: readOf(fate),
  })),
];

/** What is read, by name; only what differs from what is wanted makes a readable failure. */
type Said = Record<string, string | null>;
const wrong = (cases: readonly Case[], said: Said) =>
  cases
    .filter(({ id, wanted }) => said[id] !== wanted)
    .map(({ id, wanted }) => `${id}: ${said[id]} instead of ${wanted}`);

let lab: Lab;
let code: string;
beforeAll(async () => {
  const [started, ...parts] = await Promise.all([
    startLab(),
    bundle('../../src/content/read-page.ts', 'page'),
    bundle('../fixtures/fate.ts', 'sends'),
  ]);
  lab = started;
  code = parts.join('\n');
});
afterAll(() => lab.close());

describe.each(BROWSERS)('%s', (kind) => {
  describe.skipIf(findBrowser(kind) === null)('reads every screen', () => {
    let session: Session;
    let page: Page;
    beforeAll(async () => {
      session = await openBrowser({ kind, lab });
      page = await session.newPage();
    });
    afterAll(() => session.close());

    test.each(FORMS)('in $lang, test ids: $testIds', async (form) => {
      serve('');
      await session.gotoWhatsApp(page);
      const cases = casesIn(form);
      const said = await page.evaluate(`${code}\n(${readAll})(${JSON.stringify(cases)}, page, sends)`);
      expect(wrong(cases, said as Said)).toEqual([]);
    });

    test('as the network brings it, each state of each generation once', async () => {
      const perForm = FORMS.map(casesIn);
      const kinds = new Map(perForm.flat().map(({ kind, id }) => [kind, id]));
      const cases = [...kinds.values()].flatMap((id, at) => {
        const forms = perForm.flatMap((all) => all.find((one) => one.id === id) ?? []);
        return forms[at % forms.length] ?? [];
      });
      const said: Said = {};
      for (const one of cases) {
        serve(one.html);
        await session.gotoWhatsApp(page);
        const { id, hadChats, sends } = one;
        said[id] = (await page.evaluate(
          `${code}\n(${readOne})(document, ${JSON.stringify({ hadChats, sends })}, page, sends)`,
        )) as string | null;
      }
      expect(wrong(cases, said)).toEqual([]);
    });
  });
});

/** web.whatsapp.com answers with this. */
function serve(body: string): void {
  lab.setWorld({ whatsapp: { document: { status: 200, contentType: 'text/html; charset=utf-8', body } } });
}

type Readers = [
  page: { readScreen(page: Document, hadChats: boolean): string },
  sends: { fateOf(page: Document): string | null },
];

/** Runs in the page. */
function readOne(
  read: Document,
  { hadChats, sends: isSend }: Pick<Case, 'hadChats' | 'sends'>,
  ...[screens, sends]: Readers
): string | null {
  return isSend ? sends.fateOf(read) : screens.readScreen(read, hadChats);
}

/** Runs in the page: writes each case into the document, which parses it as it would one from the network. */
function readAll(cases: readonly Case[], ...[screens, sends]: Readers): Said {
  return Object.fromEntries(
    cases.map(({ id, html, hadChats, sends: isSend }) => {
      document.open();
      document.write(html);
      document.close();
      return [id, isSend ? sends.fateOf(document) : screens.readScreen(document, hadChats)];
    }),
  );
}

/** A module of ours as a script that leaves its exports in a variable. */
async function bundle(file: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(file, import.meta.url)),
        formats: ['iife'],
        name,
        fileName: name,
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`could not build ${file}`);
  return output.output[0].code;
}
