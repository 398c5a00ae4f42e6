/** 1: a fault, such as an unreadable corpus. 2: wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** Ends a command with one plain sentence for stderr and an exit status. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly status: Exclude<ExitStatus, 0>;

  constructor(status: Exclude<ExitStatus, 0>, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}
