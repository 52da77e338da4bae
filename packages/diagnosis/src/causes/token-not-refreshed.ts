import { type Cause, lastNote } from "../cause.js";

/** Neighbour of failures.md, rank 17: there the app keeps an old token, here the file itself is old. */
export const tokenNotRefreshed: Cause = {
  id: "token-not-refreshed",
  title: "The token file was not replaced before the token expired",
  explain({ check, events }) {
    if (check.check !== "sts.times" || check.reason !== "expired") return null;
    const stopped = lastNote(events, "kubelet.stopped");
    const why =
      stopped === null
        ? "the kubelet did not replace it"
        : `the kubelet stopped at ${new Date(stopped.at).toISOString().replace(".000Z", "Z")} and nobody else replaces it`;
    return {
      because: `the token in the pod's volume expired: ${why}`,
      fix: "bring the kubelet on the node back (systemctl status kubelet); it replaces the file at its next sync, and the SDK reads the file at its next refresh",
    };
  },
};
