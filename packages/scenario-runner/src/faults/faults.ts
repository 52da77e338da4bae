import type { Fault } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";
import { stopOrStartKubelet } from "./kubelet-stopped.js";
import { tamperToken } from "./token-tampered.js";
import { cutHostOff } from "./unreachable.js";

/** Breaks something in the world, or mends it, as the scenario says. */
export async function injectFault(world: World, fault: Fault): Promise<void> {
  switch (fault.name) {
    case "kubelet-stopped":
      return stopOrStartKubelet(world, fault.off);
    case "token-tampered":
      tamperToken(world, fault.parameters);
      break;
    case "unreachable":
      cutHostOff(world, fault.parameters);
      break;
  }
}
