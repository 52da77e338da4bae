import { expect, test } from "vitest";
import { findNodePodProblem } from "./find-node-pod-problem.js";

const OWNER = { apiVersion: "v1", kind: "Node", name: "node-1", uid: "u1", controller: true };
const ITSELF = 'node "node-1" can only create pods with an owner reference set to itself';

test.each([
  { name: "a mirror pod of the node", problem: null },
  { name: "a node that is not there", nodeUid: null, problem: null },
  { name: "no mirror", annotations: {}, problem: 'pod does not have "kubernetes.io/config.mirror" annotation, node "node-1" can only create mirror pods' },
  { name: "another node's", nodeName: "node-2", problem: 'node "node-1" can only create pods with spec.nodeName set to itself' },
  { name: "no owner", owners: [], problem: ITSELF },
  { name: "another owner", owners: [{ ...OWNER, name: "node-2" }], problem: ITSELF },
  { name: "two owners", owners: [OWNER, OWNER], problem: 'node "node-1" can only create pods with a single owner reference set to itself' },
  {
    name: "an owner that does not control",
    owners: [{ ...OWNER, controller: false }],
    problem: 'node "node-1" can only create pods with a controller owner reference set to itself',
  },
  {
    name: "an owner whose deletion waits",
    owners: [{ ...OWNER, blockOwnerDeletion: true }],
    problem: 'node "node-1" must not set blockOwnerDeletion on an owner reference',
  },
  { name: "a node made again", nodeUid: "u2", problem: "node node-1 UID mismatch: expected u1 got u2" },
])("$name", ({ annotations = { "kubernetes.io/config.mirror": "x" }, nodeName = "node-1", owners = [OWNER], nodeUid = "u1", problem }) => {
  const pod = { kind: "Pod", apiVersion: "v1", metadata: { name: "p", annotations, ownerReferences: owners }, spec: { nodeName, containers: [] } };
  expect(findNodePodProblem({ pod, nodeName: "node-1", nodeUid })).toBe(problem);
});
