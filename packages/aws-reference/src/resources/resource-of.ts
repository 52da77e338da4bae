import type { Json, JsonObject } from "@irsa-sim/core";
import type { ServiceReference } from "../service.js";
import { fillArn, matchArn, variablesOf } from "./arn-form.js";

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
export function resourceOf(
  service: ServiceReference,
  action: string,
  { parameters, place }: { readonly parameters: JsonObject; readonly place: RequestPlace },
): string {
  const forms = (service.actions[action]?.resources ?? []).flatMap((name) => service.resources[name]?.arn ?? []);
  const given = Object.values(parameters).filter((value) => typeof value === "string");
  const named = forms.flatMap((form) => given.filter((value) => value.startsWith("arn:") && matchArn(form, value) !== null));
  if (named[0] !== undefined) return named[0];
  const filled = forms.map((form) => fillArn(form, (variable) => sought(variable, { parameters, place, isAlone: isAlone(form) })));
  return filled.find((arn) => arn !== null) ?? "*";
}

interface Sought {
  readonly parameters: JsonObject;
  readonly place: RequestPlace;
  readonly isAlone: boolean;
}

function sought(variable: string, { parameters, place, isAlone: alone }: Sought): string | undefined {
  const { partition, region, account } = place;
  if (variable === "Partition") return partition;
  if (variable === "Region") return region;
  if (variable === "Account") return account;
  const [, value] = Object.entries(parameters).find(([parameter]) => means(parameter, variable, alone) || OTHER_NAMES[variable] === parameter) ?? [];
  const text = plain(value);
  return variable.endsWith("WithoutLeadingSlash") ? text?.replace(/^\//, "") : text;
}

/** Parameters that say what a variable stands for, where no rule gives them: a path of parameters is authorised as a parameter is. */
const OTHER_NAMES: Readonly<Record<string, string>> = { ParameterNameWithoutLeadingSlash: "Path" };

/** Variables that say where a resource is, and not which one. */
const PLACE = ["Partition", "Region", "Account"];

/** The variables that say which resource it is. */
export function namesIn(form: string): readonly string[] {
  return variablesOf(form).filter((variable) => !PLACE.includes(variable));
}

/** Whether one variable alone says which resource it is, so that a parameter called `Name` can mean no other. */
export function isAlone(form: string): boolean {
  return namesIn(form).length === 1;
}

/** Whether a parameter says what a variable stands for: `QueueUrl` and `QueueName` are both a queue's, and where there is one variable alone `Name` is its. */
export function means(parameter: string, variable: string, alone: boolean): boolean {
  return parameter === variable || subject(parameter) === subject(variable) || (alone && subject(parameter) === "");
}

function subject(name: string): string {
  return name.toLowerCase().replace(/(name|id|identifier|arn|url)s?$/, "");
}

/** A URL names its resource at its end. */
function plain(value: Json | undefined): string | undefined {
  // Of several the first: they are authorised one by one.
  if (Array.isArray(value)) return plain(value[0]);
  if (typeof value !== "string" || value === "") return undefined;
  return value.startsWith("https://") ? value.slice(value.lastIndexOf("/") + 1) : value;
}
