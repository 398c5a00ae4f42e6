import type { CliContext } from './context.ts';
import type { ExitStatus } from './failure.ts';
import type { CommonOptions } from './options.ts';

export async function runTalk(_options: CommonOptions, _context: CliContext): Promise<ExitStatus> {
  return 0;
}
