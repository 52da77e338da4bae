import type { Api, Operation, ServiceReference } from "../service.js";

/** An operation and the API that has it. */
export interface FoundOperation {
  readonly api: Api;
  readonly name: string;
  readonly operation: Operation;
}

/** The operation of this name, which is the action's own where nobody says otherwise; `null` when no API of the service has it. */
export function findOperation({ apis }: ServiceReference, name: string): FoundOperation | null {
  for (const api of apis) {
    const operation = Object.hasOwn(api.operations, name) ? api.operations[name] : undefined;
    if (operation !== undefined) return { api, name, operation };
  }
  return null;
}
