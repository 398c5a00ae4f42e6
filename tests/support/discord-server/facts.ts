import { existsSync, readFileSync } from 'node:fs';
import { faultsOf, type Schema } from './schema.ts';

// Discord's own description of its API, where the machine has it; nothing of it is kept in this project.
const SPECIFICATION = new URL('../../../../shared/specs/discord-openapi.json', import.meta.url);

interface Operation {
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { schema: Schema }>>;
  };
}

interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What a request breaks of Discord's own description: an operation that there is not, a body that it does not take. */
export type CheckFacts = (method: string, path: string, body: unknown) => string[];

/** Null where the description is not on this machine. */
export const checkFacts: CheckFacts | null = existsSync(SPECIFICATION) ? createCheck() : null;

function createCheck(): CheckFacts {
  const { paths, components } = JSON.parse(readFileSync(SPECIFICATION, 'utf8')) as Specification;
  const resolve = (ref: string): Schema => {
    const found = components.schemas[ref.replace('#/components/schemas/', '')];
    if (found === undefined) throw new Error(`The specification has no ${ref}`);
    return found;
  };
  // What is written out goes before what a parameter stands for: /users/@me before /users/{user_id}.
  const templates = Object.entries(paths)
    .map(([template, operations]) => ({ operations, template, pattern: patternOf(template) }))
    .sort((a, b) => parametersOf(a.template) - parametersOf(b.template));
  return (method, path, body) => {
    const found = templates.find(({ pattern, operations }) => pattern.test(path) && method.toLowerCase() in operations);
    const operation = found?.operations[method.toLowerCase()];
    if (operation === undefined) return [`there is no ${method} ${path}`];
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema === undefined) return body === undefined ? [] : ['a body where none is taken'];
    if (body === undefined) return operation.requestBody?.required === true ? ['a body is missing'] : [];
    return faultsOf(body, schema, resolve);
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+').replaceAll('.', String.raw`\.`)}$`);
}

function parametersOf(template: string): number {
  return template.split('{').length;
}
