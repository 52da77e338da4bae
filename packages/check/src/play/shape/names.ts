import type { Json, JsonObject } from "@irsa-sim/core";

/** Others mean something by themselves: every cluster has them, or AWS gives them. */
const ORDINARY = /^(?!default$|kube-|eks|aws|amazon|system)[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** The names of a world's own things for which any others could stand: of namespaces, service accounts, pods, containers and roles, each once. */
export function collectNames(world: JsonObject, objects: readonly JsonObject[]): readonly string[] {
  const ofObjects = objects.flatMap(({ metadata, spec }) => {
    const { name = null, namespace = null } = metadata as JsonObject;
    const { containers = [], initContainers = [] } = (spec ?? {}) as JsonObject;
    return [name, namespace, ...[containers, initContainers].flatMap(namesIn)];
  });
  const { roles = {}, accounts = {} } = world.aws as { readonly roles?: JsonObject; readonly accounts?: Readonly<Record<string, JsonObject>> };
  const ofRoles = [roles, ...Object.values(accounts).map((account) => (account.roles ?? {}) as JsonObject)].flatMap((own) => Object.keys(own));
  return [...new Set([...ofObjects, ...ofRoles].filter((name): name is string => typeof name === "string" && ORDINARY.test(name)))];
}

function namesIn(containers: Json): readonly Json[] {
  return Array.isArray(containers) ? containers.map((container) => (container as JsonObject).name ?? null) : [];
}
