import { createEmptyLibrary } from '../../../src/core/index/sqlite/saved-library.ts';
import { passageIndexContract } from './passage-index.contract.ts';

passageIndexContract('SQLite', (names) => createEmptyLibrary(names).index);
