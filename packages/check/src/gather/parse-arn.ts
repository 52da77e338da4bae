/** An ARN in its parts. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string | null;
  readonly account: string | null;
  /** All behind the account, such as `role/team-a/my-role`. */
  readonly resource: string;
}

/** The parts of an ARN; `null` for a text that is none. Blanks around it are no part of it. */
export function parseArn(text: string): ArnParts | null {
  const [, partition = "", service = "", region = "", account = "", resource = ""] = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/s.exec(text.trim()) ?? [];
  return resource === "" ? null : { partition, service, region: region === "" ? null : region, account: account === "" ? null : account, resource };
}
