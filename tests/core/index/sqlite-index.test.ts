import { createEmptyIndex } from '../../../src/core/index/sqlite/saved-library.ts';
import { passageIndexContract } from './passage-index.contract.ts';

passageIndexContract('SQLite', createEmptyIndex);
