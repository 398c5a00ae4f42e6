// The one door of the messages: what adapters may use.
export type { Catalogue, MissingPermission, SlashOption } from './catalogue.ts';
export { catalogue } from './languages.ts';
export { reasonOf, rejectionSentence } from './reasons.ts';
