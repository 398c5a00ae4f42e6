/** Whether a sentence fills a slot of the question: it does, it says otherwise, or it does not say. */
export type Verdict = 'met' | 'contradicted' | 'absent';
