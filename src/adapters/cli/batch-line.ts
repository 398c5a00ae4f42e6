import { z } from 'zod';
import { KINDS } from '../kinds.ts';
import type { Line } from '../terminal/read-lines.ts';

const Id = z.union([z.string(), z.number()]);

// Null and '' count as absent: what writes such lines often writes every field.
const Filter = z
  .string()
  .nullish()
  .transform((given) => given?.trim() || undefined);

const BatchQuestion = z.object({
  id: Id.nullish(),
  question: z.string(),
  conversation: z.string().nullish(),
  outlet: Filter,
  author: Filter,
  tag: Filter,
  kind: Filter.pipe(z.enum(KINDS).optional()),
  since: Filter,
  until: Filter,
});

type BatchId = z.infer<typeof Id> | null;
type BatchQuestion = z.infer<typeof BatchQuestion>;

/** A line as a question, or why it is none; the reason names the line's number. */
export type ParsedLine =
  | { readonly id: BatchId; readonly question: BatchQuestion }
  | { readonly id: BatchId; readonly reason: string };

/** Reads one line of batch input. Fields that it does not know are ignored. */
export function parseBatchLine({ number, text }: Line): ParsedLine {
  if (text === null) return { id: null, reason: `Line ${number} is too long.` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: null, reason: `Line ${number} is not JSON.` };
  }
  const parsed = BatchQuestion.safeParse(value);
  if (parsed.success) return { id: parsed.data.id ?? null, question: parsed.data };
  const id = z.object({ id: Id }).safeParse(value).data?.id ?? null;
  return { id, reason: `Line ${number}: ${complaintOf(parsed.error)}` };
}

function complaintOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path[0];
  if (field === undefined) return 'it has to be an object such as {"id": "q1", "question": "…"}.';
  if (field === 'kind') return `"kind" has to be one of ${KINDS.join(', ')}.`;
  return `"${String(field)}" has to be ${field === 'id' ? 'a string or a number' : 'a string'}.`;
}
