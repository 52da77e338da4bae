import type { WorkloadKind } from "./workload-controller.js";

const apps = (kind: string, plural: string): WorkloadKind => ({ kind, apiVersion: "apps/v1", plural });
const batch = (kind: string, plural: string): WorkloadKind => ({ kind, apiVersion: "batch/v1", plural });

export const DEPLOYMENT = apps("Deployment", "deployments");
export const REPLICA_SET = apps("ReplicaSet", "replicasets");
export const STATEFUL_SET = apps("StatefulSet", "statefulsets");
export const DAEMON_SET = apps("DaemonSet", "daemonsets");
export const JOB = batch("Job", "jobs");
export const CRON_JOB = batch("CronJob", "cronjobs");
export const POD: WorkloadKind = { kind: "Pod", apiVersion: "v1", plural: "pods" };
export const NODE: WorkloadKind = { kind: "Node", apiVersion: "v1", plural: "nodes" };
