import type { Operation } from "../service.js";

/**
 * The values of the labels in an operation's path, by the parameters' names.
 *
 * @returns `null` when method, path, or what of the query is always there, are others
 * @example matchUri({ method: "GET", uri: "/functions/{FunctionName}" }, "GET", new URL("https://host/functions/f")) // => { FunctionName: "f" }
 */
export function matchUri(operation: Operation, method: string, url: URL): Readonly<Record<string, string>> | null {
  if ((operation.method ?? "POST") !== method) return null;
  const [path = "/", fixed = ""] = (operation.uri ?? "/").split("?");
  if (![...new URLSearchParams(fixed)].every(([name, value]) => url.searchParams.get(name) === value)) return null;
  const labels: string[] = [];
  const source = path.split(/(\{[^}]+\})/).map((part) => {
    const [, label, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(part) ?? [];
    if (label === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    labels.push(label);
    return greedy === "+" ? "(.+)" : "([^/]+)";
  });
  const found = new RegExp(`^${source.join("")}$`).exec(url.pathname);
  if (found === null) return null;
  const parameterOf = (label: string): string =>
    Object.entries(operation.input ?? {}).find(([, member]) => member !== 0 && member.at === "uri" && member.name === label)?.[0] ?? label;
  return Object.fromEntries(labels.map((label, index) => [parameterOf(label), decodeURIComponent(found[index + 1] ?? "")]));
}
