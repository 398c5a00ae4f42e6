// Set up before core is loaded, so that what a module makes when it is loaded is changed as well.
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    mutant: string;
  }
}

// A change that makes a loop endless is met by the limit; whatever else goes on for ever, by whoever watches the process.
Object.assign(globalThis, { __stryker__: { activeMutant: inject('mutant'), hitCount: 0, hitLimit: 3_000_000 } });
