import { dirname, isAbsolute, join, sep } from "node:path";
import type { Json } from "@irsa-sim/core";
import { itemsOf, type LocatedNode, memberOf, textOf, toJson } from "@irsa-sim/documents";
import type { CredentialProgram } from "../connection.js";
import type { ClusterOfContext } from "./cluster-of-context.js";
import type { Faults } from "./faults.js";
import { isTrue } from "./is-true.js";

const V1 = "client.authentication.k8s.io/v1";
const VERSIONS = [V1, `${V1}beta1`] as const;
/** What is told of credentials that a program would have to make. */
const NOT_RUN =
  "--allow-exec, which lets it run; or a client certificate, a token or a tokenFile: kubectl create token, or a service account of its own, gives one";

/**
 * The program that makes a user's credentials, its `exec`, held against what kubectl asks of one; `null` without one, and where there is a fault.
 *
 * @param cluster the entry that the context names, for a program that wants to know of it
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
export function readCredentialProgram(user: LocatedNode, cluster: ClusterOfContext | null, { problems, allowsPrograms }: Faults): CredentialProgram | null {
  const exec = memberOf(user, "exec");
  if (exec === null) return null;
  const text = (name: string): string => textOf(memberOf(exec, name)) ?? "";
  const fault = (message: string, expected: string, actual: string, member = ""): null => {
    problems.add((memberOf(exec, member) ?? exec).place, { message, expected, actual });
    return null;
  };
  const command = text("command");
  if (command === "") return fault("exec names no program", "command", "none");
  if (!allowsPrograms) return fault("the user's credentials are made by a program, which does not run unasked", NOT_RUN, `exec: ${command}`);
  const apiVersion = VERSIONS.find((version) => version === text("apiVersion"));
  if (apiVersion === undefined) return fault("exec speaks another version", VERSIONS.join(" or "), text("apiVersion") || "none", "apiVersion");
  const mode = text("interactiveMode");
  if (mode === "" && apiVersion === V1) return fault("exec does not say whether it asks somebody", "interactiveMode: Never or IfAvailable", "none");
  if (mode === "Always") return fault("the program asks somebody, and nobody is there", "interactiveMode: Never or IfAvailable", mode, "interactiveMode");
  const variables = itemsOf(memberOf(exec, "env")).map((one) => [textOf(memberOf(one, "name")) ?? "", textOf(memberOf(one, "value")) ?? ""] as const);
  return {
    apiVersion,
    command: besideKubeconfig(command, exec.place.file),
    args: itemsOf(memberOf(exec, "args")).flatMap((one) => textOf(one) ?? []),
    variables: Object.fromEntries(variables),
    installHint: text("installHint").trim() || null,
    clusterInfo: isTrue(memberOf(exec, "provideClusterInfo")) && cluster !== null ? clusterInfoOf(cluster) : null,
  };
}

/** A path is relative to the kubeconfig; a name by itself is looked up in PATH. */
function besideKubeconfig(command: string, kubeconfig: string): string {
  return command.includes(sep) && !isAbsolute(command) ? join(dirname(kubeconfig), command) : command;
}

/** In the order of kubectl's own type. */
const BEFORE_ROOTS = ["server", "tls-server-name", "insecure-skip-tls-verify"] as const;
const EXTENSION = "client.authentication.k8s.io/exec";

/** What the program is told of the cluster: how it is reached, and what the kubeconfig has for such programs. */
function clusterInfoOf({ node, roots }: ClusterOfContext): object {
  const told = (name: string): readonly (readonly [string, Json])[] => {
    const member = memberOf(node, name);
    return member?.kind === "scalar" && member.value !== null && member.value !== "" && member.value !== false ? [[name, member.value]] : [];
  };
  const extension = itemsOf(memberOf(node, "extensions")).find((one) => textOf(memberOf(one, "name")) === EXTENSION);
  const config = memberOf(extension ?? null, "extension");
  return {
    ...Object.fromEntries(BEFORE_ROOTS.flatMap(told)),
    ...(roots === null ? {} : { "certificate-authority-data": btoa(roots) }),
    ...Object.fromEntries(told("proxy-url")),
    config: config === null ? null : toJson(config),
  };
}
