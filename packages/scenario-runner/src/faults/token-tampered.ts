import type { Files } from "@irsa-sim/core";
import type { z } from "zod";
import { namespace, pod } from "../scenario/schema/actions/fields.js";
import { strictObject, text } from "../scenario/schema/expected.js";
import { defineFault } from "./fault.js";

const schema = strictObject({
  pod,
  namespace,
  claim: text("a claim").describe("name of the claim"),
  value: text("the claim's new value").describe("what the claim becomes; the signature stays"),
}).describe("somebody changes a claim of the pod's token");

type TokenTampering = z.infer<typeof schema>;

/** Somebody in the pod changes a claim of the token and leaves the signature as it was. */
export const tokenTampered = defineFault(schema, (world, tampering) => {
  const { pod, namespace = "default", claim, value } = tampering;
  world.wrapFiles({ pod, namespace }, (files) => tamperedFiles(files, tampering));
  world.trace.root.enter("Somebody changes the token", { step: null, actor: "simulator" }).note("token.tampered", { pod, claim, value });
});

/** The pod's files, with a changed claim in whatever is read as a JWT. */
function tamperedFiles(files: Files, tampering: TokenTampering): Files {
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

function withClaim(token: string, { claim, value }: TokenTampering): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as Record<string, unknown>;
  const changed = btoa(JSON.stringify({ ...claims, [claim]: value }))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return `${header}.${changed}.${signature}`;
}
