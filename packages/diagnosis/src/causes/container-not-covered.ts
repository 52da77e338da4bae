import type { Cause } from "../cause.js";
import { podEdit } from "../container-edits.js";
import { failingContainers, lastStoredPod } from "../node-role.js";
import { escapeSegment } from "../pointer.js";

/** failures.md, rank 51. */
export const containerNotCovered: Cause = {
  id: "container-not-covered",
  rank: "mistaken",
  met: "sometimes",
  title: "The container is on the pod's skip list",
  see: "Works in one container, fails in the sibling, in docker build, or in a skipped container",
  why: "skip-containers (a comma list read as CSV: a blank after the comma makes the name not match), dind builds, env not inherited.",
  prove: ["kubectl get pod -n NAMESPACE POD -o yaml", "kubectl exec -n NAMESPACE POD -c CONTAINER -- env | grep AWS_"],
  sources: [
    "https://github.com/actions/actions-runner-controller/issues/433",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/handler/handler.go",
  ],
  explainNoIdentity(view) {
    const pod = lastStoredPod(view.events);
    const [annotation, list] = Object.entries(pod?.metadata.annotations ?? {}).find(([name]) => name.endsWith("/skip-containers")) ?? [];
    if (annotation === undefined || list === undefined) return null;
    const bare = failingContainers(view).find(
      ({ name, env = [] }) => list.split(",").includes(name) && env.every((variable) => variable.name !== "AWS_ROLE_ARN"),
    );
    if (bare === undefined) return null;
    const others = list.split(",").filter((name) => name !== bare.name);
    return {
      because: `container ${bare.name} stands in the pod's annotation ${annotation}, so the webhook gave it neither variables nor token`,
      fix: `take ${bare.name} out of ${annotation} and create the pod again`,
      edits: podEdit(view, `/metadata/annotations/${escapeSegment(annotation)}`, others.length === 0 ? null : others.join(",")),
    };
  },
};
