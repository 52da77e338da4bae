import { duplicate, type FieldProblem, forbidden, invalid, notFound, required } from "../field-problem.js";
import type { Container, PodSpec } from "../pod.js";
import { findLabelProblems } from "./find-name-problems.js";

/** Problems of a pod's containers; names are unique among all of them. */
export function findContainerProblems({ containers = [], initContainers = [], volumes = [] }: PodSpec): readonly FieldProblem[] {
  const volumeNames = new Set(volumes.map(({ name }) => name));
  const seen = new Set<string>();
  const check = (container: Container, field: string): readonly FieldProblem[] => {
    const { name = "", image = "" } = container;
    const isRepeated = name !== "" && seen.has(name);
    seen.add(name);
    return [
      ...findLabelProblems(`${field}.name`, name),
      ...(isRepeated ? [duplicate(`${field}.name`, name)] : []),
      ...(image === "" ? [required(`${field}.image`)] : []),
      ...findMountProblems(container, field, volumeNames),
    ];
  };
  return [
    ...(containers.length === 0 ? [required("spec.containers")] : []),
    ...containers.flatMap((container, index) => check(container, `spec.containers[${index}]`)),
    ...initContainers.flatMap((container, index) => [
      ...check(container, `spec.initContainers[${index}]`),
      ...findInitContainerProblems(container, `spec.initContainers[${index}]`),
    ]),
  ];
}

/** What only a container that goes on running can have: a sidecar is an init container that does. */
const FOR_RUNNING_CONTAINERS = ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"];

function findInitContainerProblems(container: Container, field: string): readonly FieldProblem[] {
  if (container.restartPolicy === "Always") return [];
  const present = FOR_RUNNING_CONTAINERS.filter((name) => Object.hasOwn(container, name));
  return present.map((name) => forbidden(`${field}.${name}`, "may not be set for init containers without restartPolicy=Always"));
}

function findMountProblems({ volumeMounts = [] }: Container, field: string, volumeNames: ReadonlySet<string | undefined>): readonly FieldProblem[] {
  const paths = new Set<string>();
  return volumeMounts.flatMap(({ name = "", mountPath = "" }, index) => {
    const place = `${field}.volumeMounts[${index}]`;
    const isTaken = paths.has(mountPath);
    paths.add(mountPath);
    return [
      ...(name === "" ? [required(`${place}.name`)] : volumeNames.has(name) ? [] : [notFound(`${place}.name`, name)]),
      ...(mountPath === "" ? [required(`${place}.mountPath`)] : isTaken ? [invalid(`${place}.mountPath`, mountPath, "must be unique")] : []),
    ];
  });
}
