/** The label that container-credentials mode writes; its domain is no setting (webhook.md, section 3.3). */
export const POD_IDENTITY_LABEL = { key: "eks.amazonaws.com/pod-identity", value: "enabled" } as const;

/** The labels with it; an existing value is overwritten. */
export function withPodIdentityLabel(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...labels, [POD_IDENTITY_LABEL.key]: POD_IDENTITY_LABEL.value };
}
