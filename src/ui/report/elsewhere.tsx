/** Where people can look for themselves; opened by a click, and told nothing. */
import { downdetectorFor, HASHTAG, META_STATUS } from '../../catalogue/links';
import { word } from '../../i18n/words';

export function Elsewhere({ country }: { country: string | null }) {
  const links = [
    [META_STATUS, word('link_meta')],
    [downdetectorFor(country), word('link_downdetector')],
    [HASHTAG, word('link_hashtag')],
  ] as const;
  return (
    <ul class="links">
      {links.map(([href, label]) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {label}
          </a>{' '}
          <small>{new URL(href).hostname}</small>
        </li>
      ))}
    </ul>
  );
}
