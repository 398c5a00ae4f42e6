import { eventsCorpus } from './tests/support/events-corpus.ts';
const { anew } = await eventsCorpus({ more: ['desk', 'wire'] });
const ask = anew();
for (const q of process.argv.slice(2)) { const a = await ask({ text: q, conversation: 'x' }); console.log(q, a.kind, a.confidence, a.understood, 'reason' in a ? a.reason : '', a.points.map(p => `${p.speaker}: ${p.quote.slice(0, 50)} [${a.citations[p.citation-1]!.date}]`)); }
