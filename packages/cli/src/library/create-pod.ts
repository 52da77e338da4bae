import { findFailure, findPrincipal, performAction } from "@irsa-sim/scenario-runner";
import type { World } from "@irsa-sim/simulation";
import { PodError } from "./errors/pod-error.js";
import { createSdkRequestHandler } from "./sdk/sdk-request-handler.js";
import type { SimulatedPod } from "./simulated-pod.js";
import type { StartedWorld } from "./started-world.js";

/** Which container. */
export interface PodPlace {
  readonly namespace: string;
  /** The pod's name, or that of its workload. */
  readonly pod: string;
  readonly container: string | undefined;
}

type Container = NonNullable<ReturnType<World["kubelet"]["container"]>>;

/** Creates a test's view of a container. What is asked of it is looked up then, since a pod may be replaced. */
export function createPod({ world, trace, answer }: StartedWorld, place: PodPlace): SimulatedPod {
  const { namespace } = place;
  const nameNow = (): string => world.podNamed(namespace, place.pod);
  const running = (): Container => {
    const container = world.kubelet.container(namespace, nameNow(), place.container);
    if (container === null) throw notRunning(place);
    return container;
  };
  const readFile = (path: string): string => {
    const files = world.filesAsRead({ namespace, pod: nameNow() }, running().files);
    return new TextDecoder().decode(files.read(path));
  };
  return {
    namespace,
    get name() {
      return nameNow();
    },
    get environment() {
      return running().environment;
    },
    requestHandler: createSdkRequestHandler(answer),
    readFile,
    readToken() {
      const path = running().environment.AWS_WEB_IDENTITY_TOKEN_FILE;
      if (path === undefined) {
        throw new PodError(`pod ${namespace}/${nameNow()} has no web identity token`, { hint: "the webhook did not put AWS_WEB_IDENTITY_TOKEN_FILE in" });
      }
      return readFile(path);
    },
    async call(action, parameters = {}, app = {}) {
      const written = { sdk: "js-v3", ...app, ...nameContainer(place), action, parameters };
      const begun = trace.recorded;
      const refusal = await performAction(world, { name: "call", written });
      const failure = refusal === null ? null : findFailure(trace.events, refusal);
      return { principal: findPrincipal(trace.events.filter(({ seq }) => seq >= begun)), failure };
    },
  };
}

function nameContainer({ namespace, pod, container }: PodPlace): object {
  return { namespace, pod, ...(container === undefined ? {} : { container }) };
}

function notRunning({ namespace, pod, container }: PodPlace): PodError {
  const which = container === undefined ? "no running container" : `no running container "${container}"`;
  return new PodError(`pod ${namespace}/${pod} has ${which}`);
}
