import { type Cause, lastNote } from "../cause.js";

/** failures.md, rank 16. */
export const staticKeysShadowIrsa: Cause = {
  id: "static-keys-shadow-irsa",
  title: "Static keys come before the web identity in the SDK's chain",
  explain({ check, events }) {
    const credentials = lastNote(events, "sdk.credentials")?.attributes;
    const source = String(credentials?.source);
    if (!check.check.startsWith("s3.") || !["env", "profile"].includes(source)) return null;
    const place = source === "env" ? "the container's environment" : "a shared credentials file";
    return {
      because: `the SDK found the key ${String(credentials?.accessKeyId)} in ${place} and never looked at the token`,
      fix: `take the keys out of ${place} and create the pod again`,
    };
  },
};
