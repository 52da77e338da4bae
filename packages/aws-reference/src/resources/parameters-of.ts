import type { JsonObject } from "@irsa-sim/core";
import type { FoundOperation } from "../operations/find-operation.js";
import type { ServiceReference } from "../service.js";
import { matchArn } from "./arn-form.js";
import { means } from "./resource-of.js";

/** Variables that say where a resource is, and not which one. */
const PLACE = ["Partition", "Region", "Account"];

/**
 * The parameters that name a resource, as an app would write them that means this ARN: those of the operation that are called as the variables of the ARN's form.
 *
 * @param host of the API, which URLs of resources begin with
 */
export function parametersOf(
  service: ServiceReference,
  { action, resource, host }: { readonly action: string; readonly resource: string; readonly host: string },
  { operation }: FoundOperation,
): JsonObject {
  const forms = (service.actions[action]?.resources ?? []).flatMap((name) => service.resources[name]?.arn ?? []);
  const values = forms.map((form) => matchArn(form, resource)).find((found) => found !== null);
  if (values === undefined || values === null) return {};
  const names = Object.keys(operation.input ?? {});
  const found = [...values].flatMap(([variable, value]) => {
    if (PLACE.includes(variable)) return [];
    const name = names.find((one) => one === variable) ?? names.find((one) => means(one, variable));
    if (name === undefined) return [];
    return [[name, written(name, { value, resource, account: values.get("Account") ?? "", host })] as const];
  });
  return Object.fromEntries(found);
}

interface Written {
  readonly value: string;
  readonly resource: string;
  readonly account: string;
  readonly host: string;
}

function written(name: string, { value, resource, account, host }: Written): string {
  if (/arn$/i.test(name)) return resource;
  return /url$/i.test(name) ? `https://${host}/${account}/${value}` : value;
}
