/** What a kubelet tells of its pods and its node. */

/** One thing that is so or not, of a pod or a node. */
export interface Condition {
  readonly type: string;
  readonly status: "True" | "False";
  readonly lastTransitionTime: string;
  readonly reason?: string;
  readonly message?: string;
}

/** A container's status. */
export interface ContainerStatus {
  readonly name: string;
  readonly state:
    | { readonly waiting: { readonly reason: string; readonly message?: string } }
    | { readonly running: { readonly startedAt: string } }
    | { readonly terminated: { readonly exitCode: number; readonly reason: "Completed" | "Error"; readonly startedAt: string; readonly finishedAt: string } };
  readonly ready: boolean;
  readonly started: boolean;
  readonly restartCount: number;
  readonly image: string;
}
