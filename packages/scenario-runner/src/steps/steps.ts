import { enableOidcProvider } from "./0-enable-oidc-provider.js";
import { createPod } from "./1-create-pod.js";
import { startPod } from "./2-start-pod.js";
import { checkToken } from "./3-check-token.js";
import { issueToken } from "./4-issue-token.js";
import { projectToken } from "./5-project-token.js";
import { assumeRole } from "./6-assume-role.js";
import { validateToken } from "./7-validate-token.js";
import { returnCredentials } from "./8-return-credentials.js";
import { useCredentials } from "./9-use-credentials.js";
import type { StepDefinition } from "./step-definition.js";

/** The ten steps in order. */
export const STEP_DEFINITIONS: readonly StepDefinition[] = [
  enableOidcProvider,
  createPod,
  startPod,
  checkToken,
  issueToken,
  projectToken,
  assumeRole,
  validateToken,
  returnCredentials,
  useCredentials,
];
