import type { JsonObject } from "@irsa-sim/core";
import type { FoundOperation } from "../operations/find-operation.js";
import type { ServiceReference } from "../service.js";
import { matchArn } from "./arn-form.js";
import { isAlone, means, namesIn } from "./resource-of.js";

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
  const form = forms.find((one) => matchArn(one, resource) !== null);
  const values = form === undefined ? null : matchArn(form, resource);
  if (form === undefined || values === null) return {};
  const names = Object.keys(operation.input ?? {});
  const found = namesIn(form).flatMap((variable) => {
    const name = names.find((one) => one === variable) ?? names.find((one) => means(one, variable, isAlone(form)));
    if (name === undefined) return [];
    return [[name, written(name, { value: values.get(variable) ?? "", resource, account: values.get("Account") ?? "", host })] as const];
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
