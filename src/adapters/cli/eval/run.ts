export async function runEval(..._: unknown[]): Promise<0> {
  return 0;
}
