import { FileError } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { claimsIn } from "../../report/token-claims.js";
import { containerNotRunning } from "../container-not-running.js";
import { inPod } from "../in-pod.js";
import { subjectOf } from "../subject-of.js";
import type { readSchema } from "./schema.js";

/** Lets a program in a container read a file, such as the token for the Kubernetes API; what it finds is noted, and of a token its audience. */
export async function performRead(world: World, { file, ...written }: z.infer<typeof readSchema>): Promise<Refusal | null> {
  const place = inPod(world, written);
  const span = world.trace.root.enter(`A program reads ${file}`, { step: 5, actor: "sdk", subject: subjectOf(world, place) });
  const running = world.kubelet.container(place.namespace, place.pod, place.container ?? undefined);
  if (running === null) return containerNotRunning(world, place, span);
  try {
    const content = new TextDecoder().decode(running.files.read(file));
    const claims = claimsIn(content);
    span.note("app.file-read", { file, bytes: content.length, ...(claims === null ? {} : { audience: claims.aud ?? null, subject: claims.sub ?? null }) });
    return null;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    span.note("app.file-not-read", { file, code: error.code });
    return { code: error.code, status: null, message: error.message, action: span.seq as number };
  }
}
