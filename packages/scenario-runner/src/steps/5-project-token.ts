import { changed, type StepDefinition } from "./step-definition.js";

export const projectToken: StepDefinition = {
  step: 5,
  title: "The kubelet projects the token into the pod's volume",
  why: "The app must find the token at a fixed path. A reader must never see half a file while it is replaced.",
  technical:
    "The token is written into a new timestamp directory; one rename moves the ..data link onto it. The path that the app reads is a link through ..data and never changes itself.",
  evidence: [changed(5, "kubelet", "the kubelet wrote the token file")],
};
