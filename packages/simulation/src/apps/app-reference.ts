import type { SdkId } from "@irsa-sim/sdk-credential-provider";
import type { AppSettings } from "./app-settings.js";

/** A pod by name. */
export interface PodReference {
  readonly namespace: string;
  readonly pod: string;
}

/** The app in a container; `container` is `null` for the pod's first. */
export interface AppReference extends PodReference {
  readonly container: string | null;
  readonly sdk: SdkId;
  readonly app: AppSettings;
}
