import { answered, noted, type StepDefinition } from "./step-definition.js";

export const createPod: StepDefinition = {
  step: 1,
  title: "Create service account and pod; the webhook mutates the pod",
  why: "The annotation on the service account is the only link between the two worlds. The webhook turns it into environment variables and a volume, so that the app needs no AWS settings of its own.",
  technical:
    "The API server calls the webhook with an AdmissionReview before it stores the pod. The webhook answers with a JSON Patch; it fetches no token, calls no AWS service and does not check that the role exists. Pods that exist already are never changed.",
  evidence: [
    answered("CreateServiceAccount", 201, "the API server stored the service account"),
    noted("webhook.decision", "the webhook decided to mutate the pod", { outcome: "mutate" }),
    answered("CreatePod", 201, "the API server stored the pod"),
  ],
};
