/** Manifests that make pods, as far as the simulator reads them. */
import { choice, flag, integer, looseObject, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

/** What workloads have in common with other manifests. */
interface Parts<Meta extends z.ZodType, Spec extends z.ZodType> {
  readonly metadata: Meta;
  readonly podSpec: Spec;
}

const replicas = integer(0, 10_000).optional();

/** Schemas by kind. */
export function workloadSchemas<Meta extends z.ZodType, Spec extends z.ZodType>({ metadata, podSpec }: Parts<Meta, Spec>) {
  const template = looseObject({ metadata: metadata.optional(), spec: podSpec });
  const selector = looseObject({ matchLabels: z.record(z.string(), z.string()).optional() });
  const of = <Kind extends string, WrittenSpec extends z.ZodType>(apiVersion: "apps/v1" | "batch/v1", kind: Kind, spec: WrittenSpec) =>
    strictObject({ apiVersion: choice([apiVersion]), kind: choice([kind]), metadata, spec, status: z.unknown().optional() });
  const jobSpec = looseObject({ template, parallelism: replicas, completions: replicas, suspend: flag().optional() });
  const cronJobSpec = looseObject({
    schedule: text("a schedule such as 0 * * * *"),
    timeZone: text("a time zone such as Europe/Berlin").optional(),
    suspend: flag().optional(),
    concurrencyPolicy: choice(["Allow", "Forbid", "Replace"]).optional(),
    jobTemplate: looseObject({ metadata: metadata.optional(), spec: jobSpec }),
  });
  return {
    Deployment: of("apps/v1", "Deployment", looseObject({ replicas, selector, template })),
    ReplicaSet: of("apps/v1", "ReplicaSet", looseObject({ replicas, selector, template })),
    StatefulSet: of("apps/v1", "StatefulSet", looseObject({ replicas, selector, template, serviceName: text().optional() })),
    DaemonSet: of("apps/v1", "DaemonSet", looseObject({ selector, template })),
    Job: of("batch/v1", "Job", jobSpec),
    CronJob: of("batch/v1", "CronJob", cronJobSpec),
  };
}
