import type { FilterFault, Filters, Question } from '../core/index.ts';

/** Judges filters before anything is asked with them: as the articles name them, or what is wrong with them. */
export type CheckFilters = (given: Omit<Question, 'text'>) => Filters | FilterFault;
