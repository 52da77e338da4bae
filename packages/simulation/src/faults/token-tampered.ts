import type { Files } from "@irsa-sim/core";
import { namespace, pod, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";
import { defineFault } from "./fault.js";

const schema = strictObject({
  pod,
  namespace,
  claim: text("a claim").optional().describe("name of the claim"),
  value: text("the claim's new value").optional().describe("what the claim becomes; the signature stays"),
  off: z.literal(true, { error: "true" }).optional().describe("ends it: a container that starts from now on reads the token as it was signed"),
})
  .refine(({ claim, value, off }) => (off === undefined) === (claim !== undefined && value !== undefined), {
    error: "claim and value, or off",
    when: ({ issues }) => issues.length === 0,
  })
  .describe("somebody changes a claim of the pod's token");

/** A claim and what it becomes. */
interface Tampering {
  readonly claim: string;
  readonly value: string;
}

/** Somebody in the pod changes a claim of the token and leaves the signature as it was. */
export const tokenTampered = defineFault(schema, (world, { pod, namespace = "default", claim, value }) => {
  const where = { step: null, actor: "simulator", subject: { pod: `${namespace}/${pod}` } } as const;
  if (claim === undefined || value === undefined) {
    world.wrapFiles({ pod, namespace }, (files) => files);
    world.trace.root.enter("Nobody changes the token any more", where).note("token.tampered", { pod, off: true });
    return;
  }
  world.wrapFiles({ pod, namespace }, (files) => tamperedFiles(files, { claim, value }));
  world.trace.root.enter("Somebody changes the token", where).note("token.tampered", { pod, claim, value });
});

/** The pod's files, with a changed claim in whatever is read as a JWT. */
function tamperedFiles(files: Files, tampering: Tampering): Files {
  return {
    ...files,
    read(path) {
      const content = files.read(path);
      const token = new TextDecoder().decode(content);
      return isCompactJws(token) ? new TextEncoder().encode(withClaim(token, tampering)) : content;
    },
  };
}

function isCompactJws(text: string): boolean {
  return /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/.test(text);
}

function withClaim(token: string, { claim, value }: Tampering): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as Record<string, unknown>;
  const changed = btoa(JSON.stringify({ ...claims, [claim]: value }))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return `${header}.${changed}.${signature}`;
}
