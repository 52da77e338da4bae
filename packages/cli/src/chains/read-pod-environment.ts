import { createProblemList, formatProblem, parseFile, toJson } from "@irsa-sim/documents";
import { InputFileError } from "../files/input-file-error.js";

/** What stands for a value that lies in a Secret, a ConfigMap or a field. */
const ELSEWHERE = "value-from-elsewhere";

interface Container {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
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
  const documents = parseFile({ file: path, text, dialect: "core" }, problems).map(toJson);
  problems.throwIfAny();
  const containers = documents.flatMap((document) => listOf(membersOf(document).items ?? [document])).flatMap(containersOf);
  const found = container === undefined ? containers[0] : containers.find(({ name }) => name === container);
  if (found !== undefined) return found.environment;
  const names = containers.map(({ name }) => name).join(", ");
  throw new InputFileError({
    path,
    expected: container === undefined ? "a pod, or a pod template" : `a container "${container}"`,
    actual: names || "none (variables as env writes them go to --env)",
  });
}

/** Of a pod, or of the template of what makes pods; documents of any other form have none. */
function containersOf(document: unknown): readonly Container[] {
  const { spec } = membersOf(document);
  const { template } = membersOf(spec);
  const { containers, initContainers } = membersOf(template === undefined ? spec : membersOf(template).spec);
  return [...listOf(containers), ...listOf(initContainers)].map((container) => {
    const { name, env } = membersOf(container);
    return { name: String(name ?? ""), environment: Object.fromEntries(listOf(env).flatMap(readVariable)) };
  });
}

function readVariable(variable: unknown): readonly (readonly [name: string, value: string])[] {
  const { name, value, valueFrom } = membersOf(variable);
  if (typeof name !== "string") return [];
  return [[name, typeof value === "string" ? value : valueFrom === undefined ? "" : ELSEWHERE]];
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
