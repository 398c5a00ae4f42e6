import { existsSync, readFileSync } from 'node:fs';

/** The facts of Telegram's Bot API, which stand beside the project; null where they do not. */
const SPEC = '../shared/specs/telegram-api.json';

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
}

interface Spec {
  readonly methods: Readonly<Record<string, { readonly fields?: readonly Field[] }>>;
  readonly types: Readonly<
    Record<string, { readonly fields?: readonly Field[]; readonly subtypes?: readonly string[] }>
  >;
}

const spec = existsSync(SPEC) ? (JSON.parse(readFileSync(SPEC, 'utf8')) as Spec) : null;

/** Whether the facts are there. */
export const hasSpec = spec !== null;

/** All that is wrong with a request by the facts: unknown or missing parameters, types, lengths. Nothing where they are not there. */
export function specComplaints(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  if (spec === null) return [];
  const described = Object.entries(spec.methods).find(([name]) => name.toLowerCase() === method.toLowerCase())?.[1];
  return described === undefined
    ? [`${method}: no such method`]
    : objectComplaints(method, described.fields ?? [], payload);
}

type Values = Readonly<Record<string, unknown>>;

function objectComplaints(where: string, fields: readonly Field[], values: Values): string[] {
  const known = new Set(fields.map(({ name }) => name));
  return [
    ...Object.keys(values).flatMap((name) => (known.has(name) ? [] : [`${where}: ${name} is unknown`])),
    ...fields.flatMap((field) => {
      const value = values[field.name];
      const place = `${where}.${field.name}`;
      if (value === undefined) return field.required ? [`${place} is missing`] : [];
      const readings = field.types.map((type) => typeComplaints(place, type, value));
      const best = readings.find((reading) => reading.length === 0) ?? readings[0] ?? [];
      return [...best, ...lengthComplaints(place, field, value)];
    }),
  ];
}

function typeComplaints(where: string, type: string, value: unknown): string[] {
  const wrong = [`${where} is no ${type}: ${JSON.stringify(value)?.slice(0, 80)}`];
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return wrong;
    return value.flatMap((item, at) => typeComplaints(`${where}[${at}]`, type.slice('Array of '.length), item));
  }
  switch (type) {
    case 'Integer':
      return Number.isInteger(value) ? [] : wrong;
    case 'Float':
      return typeof value === 'number' ? [] : wrong;
    case 'String':
      return typeof value === 'string' ? [] : wrong;
    case 'Boolean':
    case 'True':
      return typeof value === 'boolean' ? [] : wrong;
    default:
  }
  const described = spec?.types[type];
  if (described === undefined || typeof value !== 'object' || value === null) return wrong;
  if (described.subtypes === undefined) return objectComplaints(where, described.fields ?? [], value as Values);
  const readings = described.subtypes.map((subtype) => typeComplaints(where, subtype, value));
  // What comes nearest says best what is wrong.
  return readings.sort((a, b) => a.length - b.length)[0] ?? wrong;
}

// "1-4096 characters", "1-64 bytes" in what a field is said to be. After parsing entities is judged elsewhere.
function lengthComplaints(where: string, { description }: Field, value: unknown): string[] {
  const [, from, to, unit] = /(\d+)-(\d+) (characters|bytes)(?! after)/iu.exec(description) ?? [];
  if (typeof value !== 'string' || from === undefined) return [];
  const length = unit === 'bytes' ? Buffer.byteLength(value) : value.length;
  return length >= Number(from) && length <= Number(to)
    ? []
    : [`${where} is ${length} ${unit} long, not ${from}-${to}`];
}
