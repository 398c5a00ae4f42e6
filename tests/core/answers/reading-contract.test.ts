import { readingContract } from './reading.contract.ts';

readingContract('the built-in ranking', () => null);
