import { ArchiveAwayError, type InterfaceLang } from '../../core/index.ts';
import type { Logger } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import { sentence, type Reply } from './reply.ts';

interface Owning {
  readonly logger: Logger;
  /** Said in the log with the fault. */
  readonly what: string;
  /** The language to own up in. */
  readonly langOf: () => InterfaceLang;
}

/** A reply; one sentence where the archive does not answer, or making it ends in a fault, whose details go to the log. */
export async function replyOrFault(
  make: () => Reply | Promise<Reply>,
  { logger, what, langOf }: Owning,
): Promise<Reply> {
  try {
    return await make();
  } catch (error) {
    logger.error(what, error);
    const { away, fault } = catalogue(langOf());
    return sentence(error instanceof ArchiveAwayError ? away : fault);
  }
}
