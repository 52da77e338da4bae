import type { ShortParameter } from "../chains/sdk-texts.js";

/** The least lengths in STS's description (sts-and-iam.md, section 1). */
const LEAST: Readonly<Record<string, number>> = { RoleArn: 20, RoleSessionName: 2, WebIdentityToken: 4 };

/** The parameters of a form that are too short to be sent, in the form's order. */
export function findShortParameters(operation: string, form: Readonly<Record<string, string>>): readonly ShortParameter[] {
  return Object.entries(form).flatMap(([parameter, { length }]) => {
    const least = LEAST[parameter] ?? 0;
    return length < least ? [{ operation, parameter, length, least }] : [];
  });
}
