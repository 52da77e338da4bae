import type { Files } from "@irsa-sim/core";
import type { World } from "../world.js";

/** Which claim is changed to what, in which pod. */
export interface TokenTampering {
  readonly pod: string;
  readonly namespace: string;
  readonly claim: string;
  readonly value: string;
}

/** Somebody in the pod changes a claim of the token and leaves the signature as it was. */
export function tamperToken(world: World, tampering: TokenTampering): void {
  world.wrapFiles(tampering, (files) => tamperedFiles(files, tampering));
  world.trace.root
    .enter("Somebody changes the token", { step: null, actor: "simulator" })
    .note("token.tampered", { pod: tampering.pod, claim: tampering.claim, value: tampering.value });
}

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
