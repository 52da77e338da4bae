import { duplicate, type FieldProblem, invalid, notSupported, required } from "../../field-problem.js";
import type { Container, ContainerPort } from "../../types/container.js";
import { portName, portNumber } from "../formats/keys.js";

const PROTOCOLS = ["SCTP", "TCP", "UDP"];

/** Problems of a container's ports. */
export function* findPortsProblems(ports: readonly ContainerPort[], field: string): Generator<FieldProblem> {
  const names = new Set<string>();
  for (const [index, { name = "", containerPort = 0, hostPort = 0, protocol = "" }] of ports.entries()) {
    const place = `${field}[${index}]`;
    if (name !== "") yield* findNameProblems(name, names, place);
    if (containerPort === 0) yield required(`${place}.containerPort`);
    else for (const problem of portNumber(containerPort)) yield invalid(`${place}.containerPort`, containerPort, problem);
    if (hostPort !== 0) for (const problem of portNumber(hostPort)) yield invalid(`${place}.hostPort`, hostPort, problem);
    if (protocol === "") yield required(`${place}.protocol`);
    else if (!PROTOCOLS.includes(protocol)) yield notSupported(`${place}.protocol`, protocol, PROTOCOLS);
  }
}

function* findNameProblems(name: string, names: Set<string>, place: string): Generator<FieldProblem> {
  const problems = portName(name);
  for (const problem of problems) yield invalid(`${place}.name`, name, problem);
  if (problems.length > 0) return;
  if (names.has(name)) yield duplicate(`${place}.name`, name);
  names.add(name);
}

/** Ports of the node that more than one container wants. */
export function* findHostPortConflicts(containers: readonly Container[], field: string): Generator<FieldProblem> {
  const taken = new Set<string>();
  for (const [index, { ports = [] }] of containers.entries()) {
    for (const [at, { protocol = "", hostIP = "", hostPort = 0 }] of ports.entries()) {
      if (hostPort === 0) continue;
      const wanted = `${protocol}/${hostIP}/${hostPort}`;
      if (taken.has(wanted)) yield duplicate(`${field}[${index}].ports[${at}].hostPort`, wanted);
      taken.add(wanted);
    }
  }
}
