import type { Inventory, NamedObject } from "../gather/inventory.js";
import { indexOf } from "./inventory-index.js";

/** The account of that name that was given last, as the last one applied counts. */
export function findServiceAccount(inventory: Inventory, namespace: string, name: string): NamedObject | null {
  return indexOf(inventory).accounts.get(`system:serviceaccount:${namespace}:${name}`)?.at(-1) ?? null;
}
