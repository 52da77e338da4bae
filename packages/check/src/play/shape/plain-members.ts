/** Members of containers as nearly everybody writes them, which the API server takes whatever they say. What is written in another way is no plain one. */
import type { Json, JsonObject } from "@irsa-sim/core";

const PORT_NAME = /^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$/;
const QUANTITY = /^(\d{1,6})(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;
const UNITS: Readonly<Record<string, number>> = { m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };
const AMOUNTS = ["cpu", "memory", "ephemeral-storage"];

/** Numbered ports, each once. */
export function isPlainPorts(ports: Json): boolean {
  if (!Array.isArray(ports)) return false;
  const found = ports.map(objectOf);
  const isPlain = found.every((port) => hasOnly(port, { containerPort: isPort, name: isPortName, protocol: (value) => value === "TCP" || value === "UDP" }));
  const isOnce = (member: string): boolean => {
    const values = found.flatMap((port) => port?.[member] ?? []);
    return new Set(values).size === values.length;
  };
  return isPlain && found.every((port) => port?.containerPort !== undefined) && isOnce("name") && isOnce("containerPort");
}

/** Processor and memory, no request above its limit. */
export function isPlainResources(resources: Json): boolean {
  const found = objectOf(resources);
  if (!hasOnly(found, { requests: isAmounts, limits: isAmounts })) return false;
  const { requests = {}, limits = {} } = found as Readonly<Record<string, JsonObject>>;
  return AMOUNTS.every((name) => limits[name] === undefined || requests[name] === undefined || amountOf(requests[name]) <= amountOf(limits[name]));
}

/** By HTTP, by a connection, or by a command, with times of the usual size. */
export function isPlainProbe(probe: Json): boolean {
  const found = objectOf(probe);
  const times = {
    initialDelaySeconds: isTime,
    periodSeconds: isTime,
    timeoutSeconds: isTime,
    failureThreshold: isTime,
    successThreshold: (value: Json) => value === 1,
  };
  const ways = {
    httpGet: (value: Json) =>
      hasOnly(objectOf(value), { path: isPath, port: isPortOrName, scheme: (scheme) => scheme === "HTTP" || scheme === "HTTPS" }, ["port"]),
    tcpSocket: (value: Json) => hasOnly(objectOf(value), { port: isPortOrName }, ["port"]),
    exec: (value: Json) =>
      hasOnly(objectOf(value), { command: (command) => Array.isArray(command) && command.length > 0 && command.every(isText) }, ["command"]),
  };
  return hasOnly(found, { ...times, ...ways }) && Object.keys(ways).filter((way) => found?.[way] !== undefined).length === 1;
}

type Accepts = Readonly<Record<string, (value: Json) => boolean>>;

/** Whether an object has members of these names alone, each as it should be, and those that it must have. */
function hasOnly(object: JsonObject | null, members: Accepts, required: readonly string[] = []): boolean {
  if (object === null || required.some((name) => object[name] === undefined)) return false;
  return Object.entries(object).every(([name, value]) => members[name]?.(value as Json) === true);
}

function objectOf(value: Json): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

function isText(value: Json): boolean {
  return typeof value === "string";
}

function isPath(value: Json): boolean {
  return typeof value === "string" && value.startsWith("/");
}

function isPort(value: Json): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

function isPortName(value: Json): boolean {
  return typeof value === "string" && PORT_NAME.test(value) && !value.includes("--");
}

function isPortOrName(value: Json): boolean {
  return isPort(value) || isPortName(value);
}

function isTime(value: Json): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 3600;
}

function isAmounts(value: Json): boolean {
  const amounts = objectOf(value);
  return amounts !== null && Object.entries(amounts).every(([name, amount]) => AMOUNTS.includes(name) && QUANTITY.test(String(amount)) && amount !== null);
}

function amountOf(amount: Json | undefined): number {
  const [, digits = "", unit = ""] = QUANTITY.exec(String(amount)) ?? [];
  return Number(digits) * (UNITS[unit] ?? 1);
}
