/** Every story, theme by theme. */
import { COLD_START } from './cold-start.ts';
import { CONNECTION } from './connection.ts';
import { COVERS } from './covers.ts';
import { LEAVING } from './leaving.ts';
import { LOADING } from './loading.ts';
import { NETWORK } from './network.ts';
import { SENDS } from './sends.ts';
import { SENDS_LOST } from './sends-lost.ts';
import { SLEEP } from './sleep.ts';
import type { Story } from './story.ts';
import { TABS } from './tabs.ts';

export const STORIES: readonly Story[] = [
  ...LOADING,
  ...COLD_START,
  ...CONNECTION,
  ...SENDS,
  ...SENDS_LOST,
  ...COVERS,
  ...TABS,
  ...LEAVING,
  ...SLEEP,
  ...NETWORK,
];
