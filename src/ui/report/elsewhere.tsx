/** Where people can look for themselves; opened by a click, and told nothing. */
import { type Link, linksFor } from '../../catalogue/links';
import { type MessageKey, word } from '../../i18n/words';

interface ElsewhereProps {
  country: string | null;
  /** Meta's page about WhatsApp, when it named one. */
  meta: string | undefined;
}

export function Elsewhere({ country, meta }: ElsewhereProps) {
  return (
    <ul class="links">
      {linksFor(country, meta).map(({ id, name, href }) => (
        <li key={id}>
          <a href={href} target="_blank" rel="noopener noreferrer">
            {labelOf(id, name)}
          </a>{' '}
          <small dir="ltr">{new URL(href).hostname}</small>
        </li>
      ))}
    </ul>
  );
}

const labelOf = (id: Link['id'], name: string) => word(`link_${id.replace('-', '_')}` as MessageKey, name);
