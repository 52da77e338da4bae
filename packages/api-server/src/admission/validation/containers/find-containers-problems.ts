/** Validation of the three kinds of containers. */
import { duplicate, type FieldProblem, forbidden, invalid, invalidConstant, notFound, required } from "../../field-problem.js";
import type { Container } from "../../types/container.js";
import type { ContainerPlace } from "./container-place.js";
import { findCommonProblems } from "./find-common-problems.js";
import { findLifecycleProblems } from "./find-lifecycle-problems.js";
import { findHostPortConflicts } from "./find-ports-problems.js";
import { findProbesProblems } from "./find-probe-problems.js";
import { findInitRestartProblems, findRestartProblems } from "./find-restart-problems.js";

const CONTAINERS = "spec.containers";
const INIT_CONTAINERS = "spec.initContainers";
const EPHEMERAL_CONTAINERS = "spec.ephemeralContainers";
/** What only a container that goes on running can have: a sidecar is an init container that does. */
const FOR_RUNNING = ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"];
const NOT_FOR_EPHEMERAL = [
  "ports",
  "resources",
  "resizePolicy",
  "restartPolicy",
  "restartPolicyRules",
  "livenessProbe",
  "readinessProbe",
  "startupProbe",
  "lifecycle",
];

/** Problems of the containers that make up the pod. */
export function* findContainersProblems(place: ContainerPlace): Generator<FieldProblem> {
  const { containers = [] } = place.spec;
  if (containers.length === 0) return yield required(CONTAINERS);
  const names = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const field = `${CONTAINERS}[${index}]`;
    yield* findCommonProblems(container, place, field);
    yield* findRepeatedName(container, names, field);
    yield* findLifecycleProblems(container, place.gracePeriod, field);
    yield* findProbesProblems(container, place.gracePeriod, field);
    yield* findRestartProblems(container, field);
  }
  yield* findHostPortConflicts(containers, CONTAINERS);
}

function* findRepeatedName({ name = "" }: Container, names: Set<string>, field: string): Generator<FieldProblem> {
  if (names.has(name)) yield duplicate(`${field}.name`, name);
  else names.add(name);
}

/** Problems of the containers that run first, and of those that start first and go on. */
export function* findInitContainersProblems(place: ContainerPlace): Generator<FieldProblem> {
  const { containers = [], initContainers = [] } = place.spec;
  const names = new Set(containers.map(({ name = "" }) => name));
  for (const [index, container] of initContainers.entries()) {
    const field = `${INIT_CONTAINERS}[${index}]`;
    const isSidecar = container.restartPolicy === "Always";
    yield* findCommonProblems(container, place, field);
    yield* findInitRestartProblems(container, field);
    if (names.has(container.name ?? "")) yield duplicate(`${field}.name`, container.name ?? "");
    else if (container.name) names.add(container.name);
    yield* findHostPortConflicts([container], INIT_CONTAINERS);
    if (isSidecar) {
      yield* findLifecycleProblems(container, place.gracePeriod, field);
      yield* findProbesProblems(container, place.gracePeriod, field);
      continue;
    }
    for (const member of FOR_RUNNING) {
      if (container[member] !== undefined) yield forbidden(`${field}.${member}`, "may not be set for init containers without restartPolicy=Always");
    }
    yield* findResizeRestarts(container, field);
  }
}

function* findResizeRestarts({ resizePolicy = [] }: Container, field: string): Generator<FieldProblem> {
  for (const [index, { restartPolicy = "" }] of resizePolicy.entries()) {
    if (restartPolicy !== "RestartContainer") continue;
    const place = `${field}.resizePolicy[${index}].restartPolicy`;
    yield invalidConstant(place, restartPolicy, "must not be set to 'RestartContainer' for non-sidecar initContainers");
  }
}

/** Problems of containers for debugging, which a new pod cannot have. */
export function* findEphemeralContainersProblems(place: ContainerPlace): Generator<FieldProblem> {
  const { containers = [], initContainers = [], ephemeralContainers = [] } = place.spec;
  const others = new Set([...containers, ...initContainers].map(({ name = "" }) => name));
  const names = new Set(others);
  for (const [index, container] of ephemeralContainers.entries()) {
    const field = `${EPHEMERAL_CONTAINERS}[${index}]`;
    const { targetContainerName = "", volumeMounts = [] } = container;
    yield* findCommonProblems(container, place, field);
    yield* findImageBlanks(container, field);
    yield* findRepeatedName(container, names, field);
    if (targetContainerName !== "" && !others.has(targetContainerName)) yield notFound(`${field}.targetContainerName`, targetContainerName);
    for (const member of NOT_FOR_EPHEMERAL) if (isSet(member, container)) yield forbidden(`${field}.${member}`, "cannot be set for an Ephemeral Container");
    for (const [at, { subPath = "", subPathExpr = "" }] of volumeMounts.entries()) {
      const mount = `${field}.volumeMounts[${at}]`;
      if (subPath !== "") yield forbidden(`${mount}.subPath`, "cannot be set for an Ephemeral Container");
      if (subPathExpr !== "") yield forbidden(`${mount}.subPathExpr`, "cannot be set for an Ephemeral Container");
    }
  }
}

/** Resources are there always, and said when they are not empty. */
function isSet(member: string, container: Container): boolean {
  return member === "resources" ? Object.keys(container.resources ?? {}).length > 0 : container[member] !== undefined;
}

/** Problems of blanks around an image's name. */
export function* findImageBlanks({ image = "" }: Container, field: string): Generator<FieldProblem> {
  if (image.trim() !== image) yield invalid(`${field}.image`, image, "must not have leading or trailing whitespace");
}
