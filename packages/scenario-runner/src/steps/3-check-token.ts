import { noted, type StepDefinition } from "./step-definition.js";

export const checkToken: StepDefinition = {
  step: 3,
  title: "The kubelet finds that a token is needed",
  why: "The kubelet asks for a token when it holds none, or one that is past its refresh point. A token lives for a limited time.",
  technical:
    "A token is past its refresh point when it is older than 80 % of its life or than 24 hours, less up to 9 seconds of jitter. The kubelet looks at every sync of the pod, every 60 to 90 seconds.",
  evidence: [noted("kubelet.token-needed", "the kubelet found the token missing or past its refresh point")],
};
