import type { JsonObject } from "@irsa-sim/core";
import type { ObjectFieldSelector, ResourceFieldSelector, ResourceRequirements } from "./container.js";
import type { LabelSelector } from "./scheduling.js";

/** A key that is shown as a file. */
export type KeyToPath = { readonly key?: string; readonly path?: string; readonly mode?: number };

/** A member of the pod that is shown as a file. */
export type DownwardApiFile = {
  readonly path?: string;
  readonly fieldRef?: ObjectFieldSelector;
  readonly resourceFieldRef?: ResourceFieldSelector;
  readonly mode?: number;
};

/** A bundle of certificates, by name or by signer. */
export type ClusterTrustBundleProjection = {
  readonly name?: string;
  readonly signerName?: string;
  readonly labelSelector?: LabelSelector;
  readonly optional?: boolean;
  readonly path?: string;
};

/** One source of a projected volume. */
export type VolumeProjection = JsonObject & {
  readonly secret?: { readonly name?: string; readonly items?: readonly KeyToPath[] };
  readonly downwardAPI?: { readonly items?: readonly DownwardApiFile[] };
  readonly configMap?: { readonly name?: string; readonly items?: readonly KeyToPath[] };
  readonly serviceAccountToken?: { readonly audience?: string; readonly expirationSeconds?: number; readonly path?: string };
  readonly clusterTrustBundle?: ClusterTrustBundleProjection;
};

/** What a claim for storage asks for. */
export type ClaimSpec = {
  readonly accessModes?: readonly string[];
  readonly selector?: LabelSelector;
  readonly resources?: ResourceRequirements;
  readonly storageClassName?: string;
  readonly volumeMode?: string;
};

/** The claim that an ephemeral volume makes. */
export type ClaimTemplate = {
  readonly metadata?: JsonObject & { readonly labels?: { readonly [key: string]: string }; readonly annotations?: { readonly [key: string]: string } };
  readonly spec?: ClaimSpec;
};

/** A volume: members that admission looks at; the others are passed on. */
export type Volume = JsonObject & {
  readonly name?: string;
  readonly hostPath?: { readonly path?: string; readonly type?: string };
  readonly emptyDir?: { readonly medium?: string; readonly sizeLimit?: string };
  readonly gitRepo?: { readonly repository?: string; readonly directory?: string };
  readonly secret?: { readonly secretName?: string; readonly items?: readonly KeyToPath[]; readonly defaultMode?: number };
  readonly nfs?: { readonly server?: string; readonly path?: string };
  readonly persistentVolumeClaim?: { readonly claimName?: string };
  readonly downwardAPI?: { readonly items?: readonly DownwardApiFile[]; readonly defaultMode?: number };
  readonly configMap?: { readonly name?: string; readonly items?: readonly KeyToPath[]; readonly defaultMode?: number };
  readonly projected?: { readonly sources?: readonly VolumeProjection[]; readonly defaultMode?: number };
  readonly csi?: { readonly driver?: string; readonly nodePublishSecretRef?: { readonly name?: string } };
  readonly ephemeral?: { readonly volumeClaimTemplate?: ClaimTemplate };
  readonly image?: { readonly reference?: string; readonly pullPolicy?: string };
};
