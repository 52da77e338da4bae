import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { containerNotRunning } from "../container-not-running.js";
import { inPod } from "../in-pod.js";
import { repeatInBackground } from "../repeat-in-background.js";
import { subjectOf } from "../subject-of.js";
import type { callSchema } from "./schema.js";

type Call = z.infer<typeof callSchema>;

/** Lets the app in a pod call AWS: once, or again and again in the background while time moves on. */
export async function performCall(world: World, action: Call): Promise<Refusal | null> {
  const refusal = await world.clock.run(() => callOnce(world, action));
  if (action.everyMs !== null && refusal === null) repeatInBackground(world, action.everyMs, () => callOnce(world, action));
  return refusal;
}

async function callOnce(world: World, action: Call): Promise<Refusal | null> {
  const call = inPod(world, action);
  const begun = world.trace.root.enter(`The app calls ${call.action}`, { step: 6, actor: "sdk", subject: subjectOf(world, call) });
  const span = begun.about({ call: begun.seq as number });
  const app = world.app(call);
  if (app === null) return containerNotRunning(world, call, span);
  if (call.app.user !== undefined) span.note("app.user", { uid: call.app.user });
  const result = await app.call({ action: call.action, bucket: call.bucket, key: call.key }, span);
  span.note("sdk.call", { action: call.action, ok: result.ok, ...(result.ok ? { status: result.status } : { message: result.error.message }) });
  if (result.ok) return null;
  return {
    code: result.error.wire?.code ?? result.error.code,
    status: result.error.wire?.status ?? null,
    message: result.error.wire?.message ?? result.error.message,
    action: span.seq as number,
  };
}
