import { loadService, type ServiceReference } from "@irsa-sim/aws-reference";
import type { Json, JsonObject } from "@irsa-sim/core";
import { type FurtherServices, findKeyProblems, type KeyProblem } from "@irsa-sim/iam";

/** These are looked at without their reference, when a policy is read. */
const OWN = ["s3", "sts", "iam", "kms"];

/** Condition keys that no request has for actions of services that only answer; nothing is loaded for a policy that names none of them in a statement with conditions. */
export async function findServiceKeyProblems(document: JsonObject): Promise<readonly KeyProblem[]> {
  const prefixes = [...new Set([document.Statement ?? []].flat().flatMap(servicesIn))].filter((prefix) => !OWN.includes(prefix));
  if (prefixes.length === 0) return [];
  const loaded = await Promise.all(prefixes.map(async (prefix) => [prefix, await loadService(prefix)] as const));
  const known = new Set(findKeyProblems(document).map(({ pointer }) => pointer));
  return findKeyProblems(document, toFurther(loaded)).filter(({ pointer }) => !known.has(pointer));
}

function servicesIn(statement: Json): readonly string[] {
  const { Action: action = [], Condition: condition } = isObject(statement) ? statement : {};
  if (condition === undefined) return [];
  return [action].flat().flatMap((name) => (typeof name === "string" && name.includes(":") ? [name.split(":")[0]?.toLowerCase() ?? ""] : []));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toFurther(loaded: readonly (readonly [prefix: string, service: ServiceReference | null])[]): FurtherServices {
  const services = loaded.flatMap(([prefix, service]) => (service === null ? [] : [[prefix, service] as const]));
  const documented = new Map(
    services.map(([prefix, service]) => [prefix, new Map(Object.entries(service.actions).map(([name, action]) => [name, keysOf(service, action)]))]),
  );
  return { documented, given: new Set(services.flatMap(([prefix, service]) => parametersOf(service).map((name) => `${prefix}:${name}`.toLowerCase()))) };
}

/** Those of the action and of what it is allowed on, with placeholders as they are written here. */
function keysOf({ resources }: ServiceReference, action: ServiceReference["actions"][string]): readonly string[] {
  const ofResources = (action.resources ?? []).flatMap((name) => resources[name]?.keys ?? []);
  return [...new Set([...(action.keys ?? []), ...ofResources])].map((key) => key.replaceAll(/\$\{(\w+)\}/g, "<$1>"));
}

/** A service's request gives a key that is called as one of its parameters. */
function parametersOf({ apis }: ServiceReference): readonly string[] {
  return apis.flatMap(({ operations }) => Object.values(operations).flatMap(({ input = {} }) => Object.keys(input)));
}
