import { bodyText, type ExchangeEvent, type TraceEvent } from "@irsa-sim/core";

/** A role that IAM was seen to create. */
export interface CreatedRole {
  readonly arn: string;
  readonly name: string;
  /** As it was when the role was created. */
  readonly trustPolicy: string;
}

/** Roles that IAM was seen to create, of all accounts. */
export function createdRoles(events: readonly TraceEvent[]): readonly CreatedRole[] {
  return events
    .filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "CreateRole" && event.response?.status === 200)
    .flatMap(({ request, response }) => {
      const parameters = new URLSearchParams(bodyText(request));
      const arn = response === null ? undefined : /<Arn>([^<]+)</.exec(bodyText(response))?.[1];
      return arn === undefined ? [] : [{ arn, name: parameters.get("RoleName") ?? "", trustPolicy: parameters.get("AssumeRolePolicyDocument") ?? "" }];
    });
}

/** The one role whose trust policy names a service account; `null` when none does, or several. */
export function roleTrusting(events: readonly TraceEvent[], account: string): CreatedRole | null {
  const subject = `system:serviceaccount:${account.replace("/", ":")}`;
  const [role, ...others] = createdRoles(events).filter(({ trustPolicy }) => trustPolicy.includes(`"${subject}"`));
  return role === undefined || others.length > 0 ? null : role;
}
