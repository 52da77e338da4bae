import { delimiter, join } from "node:path";

/** What says where kubeconfigs are. */
export interface KubeconfigPlaces {
  /** `--kubeconfig`. */
  readonly flag: string | undefined;
  /** `KUBECONFIG`: several files, separated as in PATH. */
  readonly variable: string | undefined;
  readonly home: string;
}

/** Files that may hold a kubeconfig, and whether all of them must be there. */
export interface KubeconfigPaths {
  readonly paths: readonly string[];
  /** Whether the user named them one by one. */
  readonly areNamed: boolean;
}

/**
 * Which files make the kubeconfig, by kubectl's rule: the flag alone, else those of the variable, else the one at home.
 *
 * @example decideKubeconfigPaths({ flag: undefined, variable: "a:b", home }).paths // => ["a", "b"]
 * @see https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 */
export function decideKubeconfigPaths({ flag, variable, home }: KubeconfigPlaces): KubeconfigPaths {
  if (flag !== undefined) return { paths: [flag], areNamed: true };
  const listed = [...new Set((variable ?? "").split(delimiter).filter((path) => path !== ""))];
  return listed.length > 0 ? { paths: listed, areNamed: false } : { paths: [join(home, ".kube/config")], areNamed: false };
}
