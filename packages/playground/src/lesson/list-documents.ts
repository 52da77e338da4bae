import type { Json } from "@irsa-sim/core";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";

/** Something that a person has before anything happens: a manifest, a policy, a registration. */
export interface LessonDocument {
  /** `Pod my-pod`, `trust policy of my-pod-role`. */
  readonly name: string;
  readonly value: Json;
}

/** The documents of a scenario with its difference in them, as `kubectl` and `aws` would show them, and without a word of how it ends. */
export function listDocuments({ timeline, aws, cluster, webhook }: LoadedScenario): readonly LessonDocument[] {
  const manifests = timeline.flatMap((entry) => (entry.kind === "action" ? entry.objects : [])).map((object) => ({ name: nameOf(object), value: object }));
  const actions = timeline.flatMap((entry) => (entry.kind === "action" ? [{ [entry.definition.name]: plain(entry.action) }] : []));
  const roles = Object.entries(aws.roles).flatMap(([name, role]) => [
    { name: `trust policy of ${name}`, value: plain(role.trustPolicy) },
    ...Object.entries(role.policies ?? {}).map(([policy, document]) => ({ name: `policy ${policy} of ${name}`, value: plain(document) })),
  ]);
  return [
    ...manifests,
    ...roles,
    { name: "OIDC providers in IAM", value: plain(aws.oidcProviders) },
    { name: "cluster", value: plain(cluster) },
    { name: "webhook", value: plain(webhook) },
    { name: "what then happens", value: actions },
  ];
}

function nameOf(object: Json): string {
  const { kind, metadata } = object as { readonly kind?: string; readonly metadata?: { readonly name?: string } };
  return `${kind ?? "object"} ${metadata?.name ?? ""}`;
}

/** Without what JSON does not have. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}
