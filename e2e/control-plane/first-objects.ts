/** What random requests ask about: a namespace with service accounts, pods on two nodes, and what tokens can be bound to. */
import type { FirstObject } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";

const CONTAINERS = [{ name: "app", image: "nginx" }];
const IN_NAMESPACE = "/api/v1/namespaces/oracle";

/** A pod with tokens for STS and for the API server, on a node. */
function pod(name: string, serviceAccountName: string, nodeName: string): FirstObject {
  const sources = [{ serviceAccountToken: { audience: "sts.amazonaws.com", path: "token" } }, { serviceAccountToken: { path: "api-token" } }];
  const spec = { serviceAccountName, nodeName, containers: CONTAINERS, volumes: [{ name: "tokens", projected: { sources } }] };
  return { key: `pod/oracle/${name}`, path: `${IN_NAMESPACE}/pods`, body: { apiVersion: "v1", kind: "Pod", metadata: { name }, spec } };
}

function serviceAccount(name: string, rest: FirstObject["body"] = {}, annotations: FirstObject["body"] = {}): FirstObject {
  const body = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, annotations }, ...rest };
  return { key: `sa/oracle/${name}`, path: `${IN_NAMESPACE}/serviceaccounts`, body };
}

/** In an order in which they can be created; those of a cluster's own may be there already. */
export const FIRST_OBJECTS: readonly FirstObject[] = [
  { key: "node/node-1", path: "/api/v1/nodes", body: { apiVersion: "v1", kind: "Node", metadata: { name: "node-1" } } },
  { key: "node/node-2", path: "/api/v1/nodes", body: { apiVersion: "v1", kind: "Node", metadata: { name: "node-2" } } },
  { key: "ns/oracle", path: "/api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "oracle" } } },
  serviceAccount("default"),
  serviceAccount("app", {}, { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/app" }),
  serviceAccount("other", {}, { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/other", "eks.amazonaws.com/token-expiration": "3600" }),
  serviceAccount("quiet", { automountServiceAccountToken: false }),
  { key: "secret/oracle/s1", path: `${IN_NAMESPACE}/secrets`, body: { apiVersion: "v1", kind: "Secret", metadata: { name: "s1" }, data: { k: "dg==" } } },
  pod("web", "app", "node-1"),
  pod("web2", "other", "node-1"),
  pod("far", "app", "node-2"),
];
