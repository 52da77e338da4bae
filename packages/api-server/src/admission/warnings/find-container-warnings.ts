import { goQuoted } from "@irsa-sim/kubernetes-types";
import type { PlacedContainer } from "../pod.js";
import type { Container, ContainerPort, EnvVar } from "../types/container.js";
import { isWhole } from "../validation/resources/amounts.js";

const SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";

/** Warnings of one container. */
export function* findContainerWarnings(container: Container, field: string, annotations: Readonly<Record<string, string>>): Generator<string> {
  const { name = "", securityContext, resources = {}, env = [] } = container;
  const key = `${SECCOMP}${name}`;
  if (securityContext?.seccompProfile === undefined && annotations[key] !== undefined) {
    yield `metadata.annotations[${key}]: non-functional in v1.27+; use the "seccompProfile" field instead`;
  }
  for (const resource of ["memory", "ephemeral-storage"]) {
    for (const kind of ["limits", "requests"] as const) {
      const amount = resources[kind]?.[resource] ?? "0";
      if (!isWhole(amount)) yield `${field}.resources.${kind}[${resource}]: fractional byte value ${goQuoted(amount)} is invalid, must be an integer`;
    }
  }
  yield* findHiddenVariables(env, `${field}.env`);
}

/** A variable that stands twice is no fault when the later one builds on the earlier one. */
function* findHiddenVariables(variables: readonly EnvVar[], field: string): Generator<string> {
  const names = new Set<string>();
  for (const [index, { name = "", value = "", valueFrom }] of variables.entries()) {
    const reference = `$(${name})`;
    const buildsOn = valueFrom === undefined && value !== reference && value.includes(reference);
    if (names.has(name) && !buildsOn) yield `${field}[${index}]: hides previous definition of ${goQuoted(name)}, which may be dropped when using apply`;
    names.add(name);
  }
}

interface PlacedPort {
  readonly port: ContainerPort;
  readonly field: string;
}

/** Warnings of ports that more than one container of the pod has. */
export function* findPortWarnings(placed: readonly PlacedContainer[]): Generator<string> {
  const ports = placed.flatMap(({ container, field }) => (container.ports ?? []).map((port, index) => ({ port, field: `${field}.ports[${index}]` })));
  for (const [at, placedPort] of ports.entries()) {
    const { hostIP = "", hostPort = 0 } = placedPort.port;
    if (hostIP !== "" && hostPort === 0) yield `${placedPort.field}: hostIP set without hostPort: ${goStruct(placedPort.port)}`;
    for (const other of ports.slice(0, at)) yield* findConflict(placedPort, other);
  }
  const names = new Map<string, string>();
  for (const { port, field } of ports) {
    const { name = "" } = port;
    const other = names.get(name);
    if (other !== undefined)
      yield `${field}: duplicate port name ${goQuoted(name)} with ${other}, services and probes that select ports by name will use ${other}`;
    else if (name !== "") names.set(name, field);
  }
}

function* findConflict({ port, field }: PlacedPort, other: PlacedPort): Generator<string> {
  if (port.containerPort !== other.port.containerPort || port.protocol !== other.port.protocol) return;
  const [a, b] = [port, other.port].map(({ hostIP = "", hostPort = 0 }) => ({ hostIP, hostPort }));
  if (a === undefined || b === undefined) return;
  if (a.hostIP === b.hostIP && a.hostPort === b.hostPort) yield `${field}: duplicate port definition with ${other.field}`;
  else if (a.hostPort === 0 || b.hostPort === 0) yield `${field}: overlapping port definition with ${other.field}`;
  else if (a.hostPort === b.hostPort && (a.hostIP === "") !== (b.hostIP === "")) yield `${field}: dangerously ambiguous port definition with ${other.field}`;
}

/** As Go prints it with its members' names. */
function goStruct({ name = "", hostPort = 0, containerPort = 0, protocol = "", hostIP = "" }: ContainerPort): string {
  return `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
}
