/** What is added to one container (webhook.md, sections 6.2 and 6.3). */
import { TOKEN_VOLUME_NAME } from "../settings.js";
import type { Container, EnvironmentVariable, VolumeMount } from "./pod.js";

/** What a container gets. */
export interface ContainerAdditions {
  readonly roleArn: string;
  readonly tokenFile: string;
  readonly mountPath: string;
  /** Empty for none. */
  readonly region: string;
  readonly stsRegionalEndpoint: boolean;
}

/** The container with the additions; the very same container when it defines all three groups of variables itself. */
export function mutateContainer(container: Container, additions: ContainerAdditions): Container {
  const names = new Set((container.env ?? []).map(({ name }) => name));
  const hasWebIdentity = names.has("AWS_ROLE_ARN") || names.has("AWS_WEB_IDENTITY_TOKEN_FILE");
  const hasRegion = names.has("AWS_REGION") || names.has("AWS_DEFAULT_REGION");
  const hasSts = names.has("AWS_STS_REGIONAL_ENDPOINTS");
  if (hasWebIdentity && hasRegion && hasSts) return container;
  const added: readonly EnvironmentVariable[] = [
    ...(!hasSts && additions.stsRegionalEndpoint ? [{ name: "AWS_STS_REGIONAL_ENDPOINTS", value: "regional" }] : []),
    ...(!hasRegion && additions.region !== "" ? ["AWS_DEFAULT_REGION", "AWS_REGION"].map((name) => ({ name, value: additions.region })) : []),
    ...(hasWebIdentity
      ? []
      : [
          { name: "AWS_ROLE_ARN", value: additions.roleArn },
          { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: additions.tokenFile },
        ]),
  ];
  return { ...container, env: [...(container.env ?? []), ...added], volumeMounts: withTokenMount(container.volumeMounts ?? [], additions.mountPath) };
}

/** Only the name is compared: a mount of that name at another path counts as ours. */
function withTokenMount(mounts: readonly VolumeMount[], mountPath: string): readonly VolumeMount[] {
  const isMounted = mounts.some(({ name }) => name === TOKEN_VOLUME_NAME);
  return isMounted ? mounts : [...mounts, { name: TOKEN_VOLUME_NAME, readOnly: true, mountPath }];
}
