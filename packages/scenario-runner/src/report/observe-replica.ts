import { replicaName } from "../timeline/replica-name.js";
import type { Observer } from "./observe.js";

/** Looks at one replica where an expectation names the pod. */
export function observeReplica(observer: Observer, replica: number): Observer {
  return {
    ...observer,
    pod: (wanted) => observer.pod({ ...wanted, name: replicaName(wanted.name, replica) }),
    podsCreated: (wanted) => observer.podsCreated({ ...wanted, name: replicaName(wanted.name, replica) }),
    tokenClaims: (wanted) => observer.tokenClaims({ ...wanted, pod: replicaName(wanted.pod, replica) }),
  };
}
