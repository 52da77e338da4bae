import { createHostDirectory } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createOwnHosts } from "./own-hosts.js";

const shared = createHostDirectory();
const [blue, green] = [createOwnHosts(shared), createOwnHosts(shared)];
const handler = async () => ({ status: 200, headers: {}, body: "" });
for (const [hosts, actor] of [
  [blue, "api-server"],
  [green, "kubelet"],
] as const)
  for (const host of ["kubernetes.default.svc", "webhook.default.svc:9999", "169.254.169.254"]) hosts.listen({ host, actor, handler });
blue.listen({ host: "sts.eu-west-1.amazonaws.com", actor: "sts", handler });

test.each([
  { name: "a service's name is the cluster's own", host: "kubernetes.default.svc", found: ["api-server", "kubelet", undefined] },
  { name: "with a port too", host: "webhook.default.svc:9999", found: ["api-server", "kubelet", undefined] },
  { name: "an address of the node is its own", host: "169.254.169.254", found: ["api-server", "kubelet", undefined] },
  { name: "any other host is everybody's", host: "sts.eu-west-1.amazonaws.com", found: ["sts", "sts", "sts"] },
])("$name", ({ host, found }) => {
  expect([blue, green, shared].map((hosts) => hosts.resolve(host)?.actor)).toEqual(found);
});
