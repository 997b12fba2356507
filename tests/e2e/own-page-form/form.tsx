/** The form of status pages alone on a page, for `ways.test.ts`: follows the settings as the options do. */
import '../../../src/platform/polyfill';
import { render } from 'preact';
import { AddPage } from '../../../src/ui/components/add-page';
import { followStored } from '../../../src/ui/stored-view';

const main = document.querySelector('main') as HTMLElement;
const show = ({ pages }: { pages: Parameters<typeof AddPage>[0]['pages'] }) =>
  render(<AddPage pages={pages} />, main);
show((await followStored(({ settings }) => settings && show(settings))).settings);
