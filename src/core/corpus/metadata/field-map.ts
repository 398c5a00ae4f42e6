import type { FieldName } from './keys.ts';

/** Which key of a record holds which field, where a keeper says so. */
export type FieldMap = Readonly<Partial<Record<FieldName, string>>>;
