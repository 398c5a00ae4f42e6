/** The parts of JSON Schema (2020-12, as in OpenAPI 3.1) that Discord's description of its API uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxProperties?: number;
}

/** Looks up what `$ref` names. */
export type Resolve = (ref: string) => Schema;

/** What is wrong with a value, each fault with its place; empty where it fits. Unknown properties are ignored, as Discord does. */
export function faultsOf(value: unknown, schema: Schema, resolve: Resolve, at = ''): string[] {
  const check = (part: Schema): string[] => faultsOf(value, part, resolve, at);
  const faults: string[] = [];
  if (schema.$ref !== undefined) faults.push(...check(resolve(schema.$ref)));
  for (const part of schema.allOf ?? []) faults.push(...check(part));
  for (const choices of [schema.oneOf, schema.anyOf])
    if (choices !== undefined) faults.push(...leastOf(choices, check));
  if (schema.type !== undefined && !asList(schema.type).some((type) => isOfType(value, type)))
    return [...faults, `${at} is not ${asList(schema.type).join(' or ')}`];
  if (schema.enum !== undefined && !schema.enum.includes(value))
    faults.push(`${at} is none of ${schema.enum.join(', ')}`);
  if ('const' in schema && schema.const !== value) faults.push(`${at} is not ${String(schema.const)}`);
  if (typeof value === 'string') faults.push(...ofString(value, schema, at));
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? value)) faults.push(`${at} is under ${schema.minimum}`);
    if (value > (schema.maximum ?? value)) faults.push(`${at} is over ${schema.maximum}`);
  }
  if (Array.isArray(value)) faults.push(...ofList(value, schema, at), ...inList(value, schema, { resolve, at }));
  else if (isRecord(value)) faults.push(...ofRecord(value, schema, { resolve, at }));
  return faults;
}

// Of several shapes that a value may have, the one that it is nearest to.
function leastOf(choices: readonly Schema[], check: (choice: Schema) => string[]): string[] {
  let least: string[] | null = null;
  for (const choice of choices) {
    const faults = check(choice);
    if (least === null || faults.length < least.length) least = faults;
    if (faults.length === 0) return [];
  }
  return least ?? [];
}

function ofString(value: string, { minLength, maxLength, pattern }: Schema, at: string): string[] {
  return [
    ...(value.length < (minLength ?? 0)
      ? [`${at} has ${value.length} characters, at least ${minLength} are needed`]
      : []),
    ...(value.length > (maxLength ?? Infinity) ? [`${at} has ${value.length} characters of at most ${maxLength}`] : []),
    ...(pattern !== undefined && !new RegExp(pattern, 'u').test(value) ? [`${at} is not like ${pattern}`] : []),
  ];
}

function ofList(value: readonly unknown[], { minItems, maxItems, uniqueItems }: Schema, at: string): string[] {
  return [
    ...(value.length < (minItems ?? 0) ? [`${at} has ${value.length} items, at least ${minItems} are needed`] : []),
    ...(value.length > (maxItems ?? Infinity) ? [`${at} has ${value.length} items of at most ${maxItems}`] : []),
    ...(uniqueItems === true && new Set(value).size < value.length ? [`${at} has an item twice`] : []),
  ];
}

interface Place {
  readonly resolve: Resolve;
  readonly at: string;
}

const inList = (value: readonly unknown[], { items }: Schema, { resolve, at }: Place): string[] =>
  items === undefined ? [] : value.flatMap((item, n) => faultsOf(item, items, resolve, `${at}[${n}]`));

function ofRecord(value: Readonly<Record<string, unknown>>, schema: Schema, { resolve, at }: Place): string[] {
  const { properties = {}, additionalProperties, required = [], maxProperties } = schema;
  const missing = required.filter((name) => value[name] === undefined).map((name) => `${at}.${name} is missing`);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const inside = entries.flatMap(([name, part]) => {
    const own = properties[name] ?? additionalProperties;
    return typeof own === 'object' ? faultsOf(part, own, resolve, `${at}.${name}`) : [];
  });
  const tooMany =
    entries.length > (maxProperties ?? Infinity) ? [`${at} has more than ${maxProperties} properties`] : [];
  return [...missing, ...inside, ...tooMany];
}

const asList = (type: string | readonly string[]): readonly string[] => (typeof type === 'string' ? [type] : type);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value) && !Array.isArray(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
  throw new Error(`"${type}" is no type of JSON Schema that is known here`);
}
