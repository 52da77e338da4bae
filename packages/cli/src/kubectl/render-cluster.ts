import { cleanLine, labelled, type Palette } from "@irsa-sim/trace-views";
import type { GatheredCluster } from "../kubernetes/gather/gather-cluster.js";

const COLUMN = 12;

/** What was read of the cluster, for a terminal: its issuer, the webhook, and who makes the pod. */
export function renderCluster(
  { clusterName, issuer, webhooks, owners }: GatheredCluster,
  { width, palette }: { readonly width: number; readonly palette: Palette },
): string {
  const row = (label: string, value: string): readonly string[] => labelled(palette.quiet(label), cleanLine(value), { indent: 1, column: COLUMN, width });
  const webhook =
    webhooks === null
      ? "not known: MutatingWebhookConfigurations may not be read"
      : webhooks.length === 0
        ? "none is registered, so no new pod gets a role"
        : webhooks.map(({ configuration, asks }) => `${configuration}, ${asks}`).join("; ");
  return [
    ...row("cluster", clusterName),
    ...row("issuer", issuer),
    ...row("webhook", webhook),
    ...(owners.length === 0 ? [] : row("made by", owners.join(", "))),
    "",
    "",
  ].join("\n");
}
