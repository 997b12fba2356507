/** What a person, or a store, does to an installed extension. */
export interface ExtensionLife {
  /** Install it; the one that is there already is updated. */
  install(dir: string): Promise<void>;
  /** As the button "Reload" on the browser's page of extensions. */
  reload(): Promise<void>;
  /** It is in the profile already: nothing is installed. */
  adopt(dir: string): Promise<void>;
  setEnabled(on: boolean): Promise<void>;
  remove(): Promise<void>;
  /** Take all its hosts away, or give them back, as on the browser's own page. */
  setHostAccess(on: boolean): Promise<void>;
  /** Let it into private windows. Browsers start it anew for that. */
  allowInPrivate(): Promise<void>;
}
