/**
 * XML → plain elements, for feeds. A document type is refused: no feed needs one, and entities that expand into each other live there
 * (docs/adr/0016). Never throws.
 */
import { parseXml, XmlDocumentType, XmlElement } from '@rgrove/parse-xml';

/** Longest feed that is read, in characters. */
const MOST = 256 * 1024;

/** The root element, or `null` for what is no XML or has a document type. */
export function parseRoot(text: string): XmlElement | null {
  if (text.length > MOST) return null;
  try {
    // Names of HTML's entities are not XML's, and stand in feeds all the same.
    const document = parseXml(text.trimStart(), {
      ignoreUndefinedEntities: true,
      preserveDocumentType: true,
    });
    if (document.children.some((node) => node instanceof XmlDocumentType)) return null;
    return document.root;
  } catch {
    return null;
  }
}

/** Child elements of this name, whatever their prefix. */
export function childrenOf(element: XmlElement | null, ...names: string[]): XmlElement[] {
  return (element?.children ?? []).filter(
    (node): node is XmlElement => node instanceof XmlElement && names.includes(localName(node)),
  );
}

/** Text of the first child of one of these names that has any; the order of `names` decides. */
export function textIn(element: XmlElement | null, ...names: string[]): string {
  for (const name of names) {
    const text = childrenOf(element, name)
      .map((child) => child.text.trim())
      .find((one) => one !== '');
    if (text !== undefined) return text;
  }
  return '';
}

/** `atom:entry` → `entry`. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
