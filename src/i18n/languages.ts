/** The languages we speak, for the person to choose from: each by the name its own speakers give it. */

export interface Language {
  /** Folder in `_locales`; what `settings.language` holds. */
  folder: string;
  name: string;
}

/** In the order of their tags, since names in eight scripts have no order of their own. */
export const LANGUAGES: readonly Language[] = [
  { folder: 'ar', name: 'العربية' },
  { folder: 'bn', name: 'বাংলা' },
  { folder: 'de', name: 'Deutsch' },
  { folder: 'en', name: 'English' },
  { folder: 'es', name: 'Español' },
  { folder: 'fr', name: 'Français' },
  { folder: 'hi', name: 'हिन्दी' },
  { folder: 'id', name: 'Bahasa Indonesia' },
  { folder: 'it', name: 'Italiano' },
  { folder: 'pt_BR', name: 'Português (Brasil)' },
  { folder: 'ru', name: 'Русский' },
  { folder: 'sw', name: 'Kiswahili' },
  { folder: 'ta', name: 'தமிழ்' },
  { folder: 'tr', name: 'Türkçe' },
  { folder: 'ur', name: 'اردو' },
];
