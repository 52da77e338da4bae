import type { Span } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import { containerNotRunning } from "../container-not-running.js";
import { inPod } from "../in-pod.js";
import { repeatInBackground } from "../repeat-in-background.js";
import { subjectOf } from "../subject-of.js";
import type { Call } from "./call.js";
import { prepareCall } from "./prepare-call.js";

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
  const prepared = await prepareCall(world, call);
  if (prepared === null) return unknownAction(call, span);
  const result = await app.call(prepared, span);
  span.note("sdk.call", { action: call.action, ok: result.ok, ...(result.ok ? { status: result.status } : { message: result.error.message }) });
  if (result.ok) return null;
  return {
    code: result.error.wire?.code ?? result.error.code,
    status: result.error.wire?.status ?? null,
    message: result.error.wire?.message ?? result.error.message,
    action: span.seq as number,
  };
}

/** There is no such operation in the SDK, or the page does not know the service. */
function unknownAction({ action }: Call, span: Span): Refusal {
  const message = `no service is known that has the action ${action}`;
  span.note("sdk.call", { action, ok: false, message });
  return { code: "UnknownAction", status: null, message, action: span.seq as number };
}
