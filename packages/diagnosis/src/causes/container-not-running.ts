import type { NoteEvent } from "@irsa-sim/core";
import { type Cause, lastNote, since } from "../cause.js";
import { visible } from "../visible.js";

/** Not in failures.md: what is said of a container that does not run, where no other cause knows why. */
export const containerNotRunning: Cause = {
  id: "container-not-running",
  rank: "general",
  narrows: ["sdk-gave-up"],
  title: "The container does not run, so its app calls nobody",
  see: "kubectl get pod: ContainerCreating, Init:0/1, ErrImagePull or Completed; kubectl describe pod: FailedMount",
  why: "The kubelet starts a container once its pod's volumes are there, its init containers have ended and its image is pulled.",
  prove: ["kubectl describe pod -n NAMESPACE POD", "kubectl get events -n NAMESPACE --field-selector involvedObject.name=POD"],
  sources: ["https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/"],
  explainOwnError({ events, action, told }) {
    const waiting = lastNote(since(events, action), "kubelet.container-waiting");
    if (waiting === null && told.code !== "ContainerNotRunning") return null;
    const failed = events.findLast((event): event is NoteEvent => event.kind === "note" && /^kubelet\.(failed-|refresh-failed)/.test(event.name));
    const reason = failed === undefined ? "" : String(failed.attributes.message ?? failed.attributes.reason ?? failed.name);
    const says = reason === "" || told.message.includes(reason) ? "" : `; the kubelet says ${visible(reason)}`;
    return {
      because: `no container was there to make the call: ${visible(told.message)}${says}`,
      fix: "the pod's events: what the kubelet waits for there must come first",
    };
  },
};
