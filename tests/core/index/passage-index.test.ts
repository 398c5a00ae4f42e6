import { createMiniSearchIndex } from '../../../src/core/index/minisearch-index.ts';
import { createNaiveIndex } from './naive-index.ts';
import { passageIndexContract } from './passage-index.contract.ts';

passageIndexContract('MiniSearch', createMiniSearchIndex);
// The contract asks for nothing that an index without any cleverness would not do.
passageIndexContract('naive', createNaiveIndex);
