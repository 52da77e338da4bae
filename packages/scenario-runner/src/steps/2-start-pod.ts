import { noted, type StepDefinition } from "./step-definition.js";

export const startPod: StepDefinition = {
  step: 2,
  title: "The kubelet sees the pod on its node and creates it",
  why: "Until a node is chosen nobody can hold a secret for the pod. The token will be bound to this pod on this node.",
  technical:
    "The scheduler writes spec.nodeName; the kubelet of that node sees the pod and starts a worker for it. Containers wait until all volumes are ready.",
  evidence: [noted("kubelet.pod-seen", "the kubelet saw the pod on its node")],
};
