import type { Json, JsonObject } from "@irsa-sim/core";
import type { ServiceReference } from "../service.js";
import { fillArn, matchArn } from "./arn-form.js";

/** Where a request was made. */
export interface RequestPlace {
  readonly partition: string;
  readonly region: string;
  /** The caller's account. */
  readonly account: string;
}

/**
 * The resource that a request names by its parameters: one that is an ARN of the action's kinds, or what their forms give with parameters of the variables' names.
 *
 * @returns `*` for an action without a resource, and where the parameters name none
 */
export function resourceOf(service: ServiceReference, action: string, { parameters, place }: { readonly parameters: JsonObject; readonly place: RequestPlace }): string {
  const forms = (service.actions[action]?.resources ?? []).flatMap((name) => service.resources[name]?.arn ?? []);
  const given = Object.values(parameters).filter((value) => typeof value === "string");
  const named = forms.flatMap((form) => given.filter((value) => value.startsWith("arn:") && matchArn(form, value) !== null));
  if (named[0] !== undefined) return named[0];
  const filled = forms.map((form) => fillArn(form, (variable) => valueOf(variable, parameters, place)));
  return filled.find((arn) => arn !== null) ?? "*";
}

function valueOf(variable: string, parameters: JsonObject, { partition, region, account }: RequestPlace): string | undefined {
  if (variable === "Partition") return partition;
  if (variable === "Region") return region;
  if (variable === "Account") return account;
  const [name, value] = Object.entries(parameters).find(([parameter]) => means(parameter, variable)) ?? [];
  return name === undefined ? undefined : plain(value);
}

/** Whether a parameter says what a variable stands for: `QueueUrl` and `QueueName` are both a queue's. */
export function means(parameter: string, variable: string): boolean {
  return parameter === variable || subject(parameter) === subject(variable);
}

function subject(name: string): string {
  return name.toLowerCase().replace(/(name|id|identifier|arn|url)$/, "");
}

/** A URL names its resource at its end. */
function plain(value: Json | undefined): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return value.startsWith("https://") ? value.slice(value.lastIndexOf("/") + 1) : value;
}
