import { goQuoted } from "./go-quoted.js";

const MAY_NOT_BE = [".", ".."];
const MAY_NOT_CONTAIN = ["/", "%"];

/**
 * Why nothing can be read under a name, in the words of the 400 that says so; `null` where something may.
 *
 * @see https://pkg.go.dev/k8s.io/apiserver/pkg/registry/generic/registry#NamespaceKeyFunc
 */
export function findNameProblem(name: string): string | null {
  if (name === "") return "Name parameter required.";
  const problems = MAY_NOT_BE.includes(name)
    ? [`may not be '${name}'`]
    : MAY_NOT_CONTAIN.filter((part) => name.includes(part)).map((part) => `may not contain '${part}'`);
  return problems.length === 0 ? null : `Name parameter invalid: ${goQuoted(name)}: ${problems.join(";")}`;
}
