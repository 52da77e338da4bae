import type { Fault } from "../scenario/loaded-scenario.js";
import type { World } from "../world.js";
import { stopKubelet } from "./kubelet-stopped.js";
import { tamperToken } from "./token-tampered.js";
import { cutHostOff } from "./unreachable.js";

/** Breaks something in the world, as the scenario says. */
export function injectFault(world: World, fault: Fault): void {
  switch (fault.name) {
    case "kubelet-stopped":
      stopKubelet(world);
      break;
    case "token-tampered":
      tamperToken(world, fault.parameters);
      break;
    case "unreachable":
      cutHostOff(world, fault.parameters);
      break;
  }
}
