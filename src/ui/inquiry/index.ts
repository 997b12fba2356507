/**
 * Sources that are asked only while a page of ours is open: loaded when they are needed (`await import('../inquiry')`), so
 * that neither the background nor a popup on a healthy day carries them.
 */
export { askCountry } from './ask-country';
export { askCrowd } from './ask-crowd';
export { lookAfter } from './by-itself';
