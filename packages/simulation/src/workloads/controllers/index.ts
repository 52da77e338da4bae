import type { WorkloadController } from "../workload-controller.js";
import { cronJob } from "./cron-job.js";
import { daemonSet } from "./daemon-set.js";
import { deployment } from "./deployment.js";
import { job } from "./job.js";
import { replicaSet } from "./replica-set.js";
import { statefulSet } from "./stateful-set.js";

/** All of them; who makes what another looks after stands before that one. */
export const WORKLOAD_CONTROLLERS: readonly WorkloadController[] = [deployment, replicaSet, statefulSet, daemonSet, cronJob, job];
