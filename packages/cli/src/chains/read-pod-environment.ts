import { createProblemList, formatProblem, parseFile, toJson } from "@irsa-sim/documents";
import { InputFileError } from "../files/input-file-error.js";

/** What stands for a value that lies in a Secret, a ConfigMap or a field. */
const ELSEWHERE = "value-from-elsewhere";

interface Container {
  readonly name?: string;
  readonly env?: readonly { readonly name?: string; readonly value?: string; readonly valueFrom?: object }[];
}

interface PodSpec {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
}

interface Manifest {
  readonly kind?: string;
  readonly spec?: PodSpec & { readonly template?: { readonly spec?: PodSpec } };
  readonly items?: readonly Manifest[];
}

/**
 * Reads the variables of a container of a pod, or of a pod template; YAML or JSON, as stored or as written.
 *
 * @param container its name; the first container when absent
 * @throws {InputFileError} when there is no pod, or no such container
 */
export async function readPodEnvironment(
  { path, text }: { readonly path: string; readonly text: string },
  container?: string,
): Promise<Readonly<Record<string, string>>> {
  const problems = createProblemList((found) => new InputFileError({ path, expected: "YAML or JSON", actual: found.map(formatProblem).join("\n") }));
  const documents = parseFile({ file: path, text, dialect: "core" }, problems).map((tree) => toJson(tree) as Manifest | null);
  problems.throwIfAny();
  const specs = documents.flatMap((document) => (document === null ? [] : (document.items ?? [document]))).flatMap(podSpecOf);
  const containers = specs.flatMap(({ containers: own = [], initContainers = [] }) => [...own, ...initContainers]);
  const found = container === undefined ? containers[0] : containers.find(({ name }) => name === container);
  if (found === undefined) {
    const names = containers.flatMap(({ name }) => name ?? []);
    throw new InputFileError({
      path,
      expected: container === undefined ? "a pod, or a pod template" : `a container "${container}"`,
      actual: names.join(", ") || "none",
    });
  }
  const named = (found.env ?? []).flatMap(({ name, value, valueFrom }) =>
    name === undefined ? [] : [[name, value ?? (valueFrom === undefined ? "" : ELSEWHERE)]],
  );
  return Object.fromEntries(named);
}

function podSpecOf({ spec }: Manifest): readonly PodSpec[] {
  const own = spec?.template?.spec ?? spec;
  return own?.containers === undefined ? [] : [own];
}
