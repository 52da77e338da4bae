import { type ExchangeEvent, nearestNames, type TraceEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { objectIn } from "../sent-object.js";
import { sentPod } from "../sent-pod.js";
import type { StoredServiceAccount } from "../service-account.js";
import { visible } from "../visible.js";

/** Not in failures.md: the neighbour of rank 11, with a name that nobody has. */
export const serviceAccountMissing: Cause = {
  id: "service-account-missing",
  rank: "missing",
  title: "The pod names a service account that is not there",
  see: 'pods "NAME" is forbidden: error looking up service account NAMESPACE/NAME: serviceaccount "NAME" not found (403)',
  why: "The service account was not applied yet, is in another namespace, or has another name than the pod's template. Of a Deployment only the ReplicaSet's events say so.",
  prove: ["kubectl get serviceaccounts -n NAMESPACE", "kubectl describe replicaset -n NAMESPACE"],
  sources: ["https://kubernetes.io/docs/concepts/security/service-accounts/"],
  explain({ check, all, exchange }) {
    if (check.check !== "admission.service-account") return null;
    const [, namespace = "default", name = ""] = /ServiceAccount ([^/]+)\/(.+)$/.exec(check.expected.value) ?? [];
    const [nearest] = nearestNames(name, accountsIn(all, namespace));
    const pod = sentPod(exchange);
    const elsewhere = namespacesOf(all, name).filter((other) => other !== namespace);
    return {
      because: `the pod runs as service account ${visible(name)} of namespace ${namespace}, and there is none of that name${elsewhere.length === 0 ? "" : `; the one in ${elsewhere.map((other) => `namespace ${other}`).join(" and ")} is for pods there alone`}`,
      fix:
        nearest === undefined
          ? `create service account ${namespace}/${name} before the pod`
          : `put serviceAccountName: ${nearest} in the pod's template, or create service account ${namespace}/${name} before the pod`,
      edits:
        nearest === undefined || pod === null ? [] : [{ source: `Pod/${namespace}/${pod.metadata.name}`, pointer: "/spec/serviceAccountName", value: nearest }],
    };
  },
};

/** The namespaces that have a service account of a name. */
function namespacesOf(events: readonly TraceEvent[], name: string): readonly string[] {
  const found = events.flatMap((event) =>
    event.kind === "change" && event.what.startsWith("ServiceAccount ") && event.what.endsWith(`/${name}`)
      ? [event.what.slice("ServiceAccount ".length).split("/")[0] ?? ""]
      : [],
  );
  return [...new Set(found)];
}

function accountsIn(events: readonly TraceEvent[], namespace: string): readonly string[] {
  const created = events.filter(
    (event): event is ExchangeEvent => event.kind === "exchange" && event.name === "CreateServiceAccount" && event.response?.status === 201,
  );
  return created.flatMap(({ request }) => {
    const { pathname } = new URL(request.url);
    const sent = objectIn(request) as StoredServiceAccount | null;
    return pathname.includes(`/namespaces/${namespace}/`) ? (sent?.metadata?.name ?? []) : [];
  });
}
